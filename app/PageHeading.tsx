// A page's h1 and, with it, what a change of page owes to everyone: the document's title, the top of the page, and the focus on the new heading.
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import styles from './PageHeading.module.css';

/** The path whose heading was announced last; the first page of a visit announces itself. */
let announced: string | null = null;

export interface PageHeadingProps {
  readonly title: string;
  /** One sentence below it. */
  readonly lead?: ReactNode;
  /** Title of the tab where it is not `title`. */
  readonly tabTitle?: string;
}

export function PageHeading({ title, lead, tabTitle }: PageHeadingProps) {
  const t = useTranslations('app');
  const [path] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = tabTitle ?? t('tabTitle', { page: title });

  useEffect(() => {
    document.title = name;
  }, [name]);

  useEffect(() => {
    if (announced !== null && announced !== path) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    announced = path;
  }, [path]);

  return (
    <div className={styles.head}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
    </div>
  );
}
