// The interface's few icons, drawn on a 20 by 20 grid in the text's colour. Decoration only: what they say stands beside them or in a label.
import type { ReactNode } from 'react';
import styles from './Icon.module.css';

const SHAPES = {
  info: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9v5M10 6v.1" />
    </>
  ),
  problem: (
    <>
      <path d="M10 2.5 18 17H2z" />
      <path d="M10 8v4M10 14.4v.1" />
    </>
  ),
  incomparable: <path d="M4 7.5h12M4 12.5h12M13 3.5 7 16.5" />,
  play: <path d="M6 3.5v13l10.5-6.5z" className={styles.filled} />,
  pause: <path d="M5.5 4h3v12h-3zM11.5 4h3v12h-3z" className={styles.filled} />,
  stepForward: <path d="M5 4v12l8-6zM14 4h1.5v12H14z" className={styles.filled} />,
  stepBack: <path d="M15 4v12l-8-6zM4.5 4H6v12H4.5z" className={styles.filled} />,
  replay: <path d="M4 10a6 6 0 1 0 2-4.5M6 2v3.7h3.7" />,
  more: <path d="M4.5 10v.1M10 10v.1M15.5 10v.1" className={styles.dots} />,
  link: (
    <path d="M8.5 11.5a3.5 3.5 0 0 0 5 0l2.5-2.5a3.5 3.5 0 0 0-5-5L9.8 5.2M11.5 8.5a3.5 3.5 0 0 0-5 0L4 11a3.5 3.5 0 0 0 5 5l1.2-1.2" />
  ),
  chevron: <path d="m7 4 6 6-6 6" />,
  appearance: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14z" className={styles.filled} />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
