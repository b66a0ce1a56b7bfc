// The nine pairs as a table: rows by the level of publishing, columns by the level of subscribing, the learner's own pair framed.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { QOS_LEVELS, type QoS } from '#simulations';
import { classNames } from '../../ui/classNames.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Mark, type MarkShape, type Tone } from '../../ui/Mark.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './PairTable.module.css';

const MARKS: Readonly<Record<QoS, { readonly shape: MarkShape; readonly tone: Tone }>> = {
  0: { shape: 'circle', tone: 'q0' },
  1: { shape: 'triangle', tone: 'q1' },
  2: { shape: 'square', tone: 'q2' },
};

/** A level's name with its shape and colour. */
export function LevelName({ qos }: { readonly qos: QoS }) {
  const t = useTranslations('effectiveQosCalculator');
  return (
    <span className={styles.level}>
      <Mark {...MARKS[qos]} />
      {t('level', { qos })}
    </span>
  );
}

export interface PairTableProps {
  readonly caption: string;
  readonly own: { readonly published: QoS; readonly subscribed: QoS };
  readonly cell: (published: QoS, subscribed: QoS) => ReactNode;
}

export function PairTable({ caption, own, cell }: PairTableProps) {
  const t = useTranslations('effectiveQosCalculator.pairs');
  const isOwn = (published: QoS, subscribed: QoS) => own.published === published && own.subscribed === subscribed;
  return (
    <DataTable
      caption={caption}
      corner={t('corner')}
      columns={QOS_LEVELS.map((qos) => ({ key: String(qos), head: <LevelName qos={qos} /> }))}
      rows={QOS_LEVELS.map((published) => ({
        key: String(published),
        head: <LevelName qos={published} />,
        cells: Object.fromEntries(
          QOS_LEVELS.map((subscribed) => [
            String(subscribed),
            <div key={subscribed} className={classNames(styles.cell, isOwn(published, subscribed) && styles.own)}>
              {cell(published, subscribed)}
              {isOwn(published, subscribed) && <VisuallyHidden> {t('yours')}</VisuallyHidden>}
            </div>,
          ]),
        ),
      }))}
    />
  );
}
