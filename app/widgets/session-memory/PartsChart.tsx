// Where the memory goes, source by source: sessions, subscriptions, messages as parts of a bar, each with its size in words.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { FleetMemory } from '#simulations';
import { writeDecimalBytes } from '../../calculator/writeBothBytes.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { Mark } from '../../ui/Mark.tsx';
import styles from './PartsChart.module.css';
import type { Reckonings } from './SessionMemory.tsx';

const PARTS = [
  { key: 'sessionBytes', tone: 'broker', shape: 'square' },
  { key: 'subscriptionBytes', tone: 'q0', shape: 'circle' },
  { key: 'messageBytes', tone: 'q1', shape: 'triangle' },
] as const satisfies readonly { readonly key: keyof FleetMemory; readonly tone: string; readonly shape: string }[];
const SOURCES = ['stated', 'native', 'page'] as const;
const WIDTH = 600;
const BAR = 22;

export const PartsChart = memo(function PartsChart({ reckonings }: { readonly reckonings: Reckonings }) {
  const t = useTranslations('sessionMemory.chart');
  const most = Math.max(1, ...SOURCES.map((source) => reckonings[source].bytes));
  const times = reckonings.native.bytes === 0 ? 0 : reckonings.stated.bytes / reckonings.native.bytes;
  return (
    <ChartFigure
      title={t('title')}
      sentence={t('sentence', { times: Math.round(times * 10) / 10 })}
      table={{
        columns: [{ key: 'source', head: t('source') }, ...PARTS.map(({ key }) => ({ key, head: t(`parts.${key}`), unit: 'B' }))],
        rows: SOURCES.map((source) => [t(`sources.${source}`), ...PARTS.map(({ key }) => reckonings[source][key])]),
      }}
    >
      <ul className={styles.key}>
        {PARTS.map(({ key, tone, shape }) => (
          <li key={key}>
            <Mark shape={shape} tone={tone} /> {t(`parts.${key}`)}
          </li>
        ))}
      </ul>
      {SOURCES.map((source) => (
        <div key={source} className={styles.row}>
          <p className={styles.name}>
            {t(`sources.${source}`)} <strong>{writeDecimalBytes(reckonings[source].bytes)}</strong>
          </p>
          <Bar memory={reckonings[source]} most={most} />
        </div>
      ))}
    </ChartFigure>
  );
});

function Bar({ memory, most }: { readonly memory: FleetMemory; readonly most: number }) {
  let x = 0;
  return (
    <svg className={styles.bar} viewBox={`0 0 ${WIDTH} ${BAR}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {PARTS.map(({ key, tone }) => {
        const width = (memory[key] / most) * WIDTH;
        const from = x;
        x += width;
        return <rect key={key} x={from} width={Math.max(0, width - 1)} height={BAR} fill={`var(--${tone})`} />;
      })}
    </svg>
  );
}
