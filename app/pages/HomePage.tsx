// What this is, and the way to each widget.
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { PageHeading } from '../PageHeading.tsx';
import { widgets } from '../widgets/list.ts';
import styles from './HomePage.module.css';

export function HomePage() {
  const t = useTranslations();
  return (
    <>
      <PageHeading title={t('app.home.title')} lead={t('app.home.lead')} tabTitle={t('app.name')} />
      <ul className={styles.widgets}>
        {widgets.map((widget) => (
          <li key={widget.slug} className={styles.widget}>
            <h2>
              <Link href={`/widgets/${widget.slug}`}>{t(widget.titleKey)}</Link>
            </h2>
            <p>{t(widget.goalKey)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
