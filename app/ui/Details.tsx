// Something more to read for whoever wants it. The browser's own disclosure: keyboard, find-in-page and print work.
import type { ReactNode } from 'react';
import styles from './Details.module.css';
import { Icon } from './Icon.tsx';

export interface DetailsProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details className={styles.details} open={open}>
      <summary className={styles.summary}>
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
