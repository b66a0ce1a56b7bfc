// The interface's few icons, drawn on a 20 by 20 grid in the text's colour. Decoration only: what they say stands beside them or in a label.
import type { ReactNode } from 'react';
import styles from './Icon.module.css';

const CABLE = 'M7 2.5v4M13 2.5v4M4.5 6.5h11v2.6a5.5 5.5 0 0 1-11 0zM10 14.6v3.4';
const WIFI = 'M2.5 7.6a11.4 11.4 0 0 1 15 0M5.2 10.8a7.5 7.5 0 0 1 9.6 0M7.8 13.8a3.6 3.6 0 0 1 4.4 0M10 16.7v.1';
const POWER = 'M10 2.5v7M6.2 5a6.4 6.4 0 1 0 7.6 0';
const STRIKE = 'M3 17 17 3';

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
  cross: <path d="m5 5 10 10M15 5 5 15" />,
  cable: <path d={CABLE} />,
  cableOut: <path d={`${CABLE}${STRIKE}`} />,
  wifi: <path d={WIFI} />,
  wifiOut: <path d={`${WIFI}${STRIKE}`} />,
  power: <path d={POWER} />,
  powerOut: <path d={`${POWER}${STRIKE}`} />,
  stop: <path d="M5 5h10v10H5z" className={styles.filled} />,
  kill: <path d="M7.2 2.5h5.6l4.7 4.7v5.6l-4.7 4.7H7.2l-4.7-4.7V7.2zM7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4" />,
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
