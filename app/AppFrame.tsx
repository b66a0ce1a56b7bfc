// What stands around a page: header, main, footer. A widget shown alone does without.
import { type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { version } from '../package.json';
import { AppErrorBoundary } from './AppErrorBoundary.tsx';
import styles from './AppFrame.module.css';
import { DisplayControl } from './display/DisplayControl.tsx';
import { LogoMark } from './LogoMark.tsx';

const PAGES = [
  { path: '/', key: 'nav.home' },
  { path: '/about', key: 'nav.about' },
] as const;

export function AppFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('app');
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  return (
    <>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <header className={styles.header}>
        <Link href="/" className={styles.brand}>
          <LogoMark />
          {t('name')}
        </Link>
        <nav className={styles.nav} aria-label={t('nav.label')}>
          {PAGES.map((page) => (
            <Link key={page.path} href={page.path} className={styles.link} aria-current={path === page.path ? 'page' : undefined}>
              {t(page.key)}
            </Link>
          ))}
        </nav>
        <DisplayControl />
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        <AppErrorBoundary key={path}>{children}</AppErrorBoundary>
      </main>
      <footer className={styles.footer}>
        <p>{t('footer.licence', { version })}</p>
        <p>{t('footer.broker')}</p>
      </footer>
    </>
  );
}
