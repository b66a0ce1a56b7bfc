// Big numbers with their names: what came out. A list of terms to a screen reader ("delivered: 80").
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './Figure.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}

export interface FigureProps {
  readonly label: ReactNode;
  /** `null`: not known yet. */
  readonly value: number | string | null;
  readonly unit?: string;
  /** At most this many decimals; default 1. */
  readonly decimals?: number;
  /** A smaller line below: what the number is compared with, its spread. */
  readonly note?: ReactNode;
}

/** One number; stands inside `Figures`. */
export function Figure({ label, value, unit, decimals = 1, note }: FigureProps) {
  const t = useTranslations('ui.figure');
  const format = useFormatter();
  const shown = typeof value === 'number' ? format.number(value, { maximumFractionDigits: decimals }) : value;
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {shown === null ? (
          <>
            <span aria-hidden="true">–</span>
            <VisuallyHidden>{t('unknown')}</VisuallyHidden>
          </>
        ) : (
          shown
        )}
        {unit !== undefined && shown !== null && <span className={styles.unit}> {unit}</span>}
      </dd>
      {note !== undefined && <dd className={styles.note}>{note}</dd>}
    </div>
  );
}
