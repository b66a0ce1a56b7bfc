// What the learner sets, then the prediction, and the buttons that act on it.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '../ui/Panel.tsx';
import styles from './KnobPanel.module.css';

/** Knobs in a column, in two where the panel is wide. */
export function Knobs({ children }: { readonly children: ReactNode }) {
  return <div className={styles.knobs}>{children}</div>;
}

export interface KnobPanelProps {
  readonly knobs: ReactNode;
  /** Prediction and buttons. */
  readonly children: ReactNode;
}

export function KnobPanel({ knobs, children }: KnobPanelProps) {
  const t = useTranslations('lab');
  return (
    <Panel title={t('knobs')} className={styles.panel}>
      <Knobs>{knobs}</Knobs>
      {children}
    </Panel>
  );
}
