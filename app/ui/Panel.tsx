// A card with a small heading: one part of a page. Without `title` it must be named by `label`.
import { type ReactNode, useId } from 'react';
import { classNames } from './classNames.ts';
import styles from './Panel.module.css';

export interface PanelProps {
  /** Shown as an h2. */
  readonly title?: ReactNode;
  /** Name for screen readers where no title is shown. */
  readonly label?: string;
  /** Stands at the right end of the heading. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Panel({ title, label, aside, className, children }: PanelProps) {
  const id = useId();
  const named = title === undefined ? { 'aria-label': label } : { 'aria-labelledby': id };
  return (
    <section className={classNames(styles.panel, className)} {...named}>
      {(title !== undefined || aside !== undefined) && (
        <div className={styles.head}>
          {title !== undefined && (
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
          )}
          {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
