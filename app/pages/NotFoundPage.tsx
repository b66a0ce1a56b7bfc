// No page has this address. Shows it as text, so that a slip can be seen.
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { PageHeading } from '../PageHeading.tsx';
import styles from './NotFoundPage.module.css';

export function NotFoundPage() {
  const t = useTranslations('app.notFound');
  const [path] = useLocation();
  return (
    <>
      <PageHeading title={t('title')} lead={t.rich('text', { path: () => <code className={styles.path}>#{path}</code> })} />
      <p>
        <Link href="/">{t('home')}</Link>
      </p>
    </>
  );
}
