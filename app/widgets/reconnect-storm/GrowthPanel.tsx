// How it grows: the same storm with 100 to 10,000 devices on the real broker, the reckoned curve to a million, and how far they are apart.
import { useCallback } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { whole } from '../../calculator/PresetTable.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { Remark } from '../../fleet/Remark.tsx';
import { Failed } from '../../lab/Failed.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { type GrowthRow, growthRows, RECKONED_SIZES, RUN_SIZES } from './growth.ts';
import { type StormValues, stormOf } from './knobs.ts';
import { type Growth, useGrowth } from './useGrowth.ts';

export function GrowthPanel({ values }: { readonly values: StormValues }) {
  const t = useTranslations('reconnectStorm.growth');
  const growth = useGrowth(useCallback((devices: number) => stormOf(values, devices), [values]));
  const { state, size, of, leftOut, failure } = growth;
  const isStale = of !== null && JSON.stringify(of) !== JSON.stringify(stormOf(values, RUN_SIZES[0]));
  return (
    <Panel title={t('title')}>
      <p>{t('lead')}</p>
      {state === 'running' ? <Button onClick={growth.stop}>{t('stop')}</Button> : <Button onClick={growth.start}>{t('run')}</Button>}
      <div role="status">
        {size !== null && <Remark>{t('running', { devices: size })}</Remark>}
        {state === 'stopped' && <Remark>{t('stopped')}</Remark>}
        {isStale && state !== 'running' && <Remark>{t('stale')}</Remark>}
      </div>
      {leftOut.length > 0 && <Notice>{t('leftOut', { devices: leftOut.join(', ') })}</Notice>}
      {state === 'failed' && failure !== null && <Failed failure={failure} onAgain={growth.start} />}
      {growth.points.length > 0 && <Grown growth={growth} />}
    </Panel>
  );
}

function Grown({ growth: { results, points } }: { readonly growth: Growth }) {
  const t = useTranslations('reconnectStorm.growth');
  const format = useFormatter();
  const rows = growthRows(results, points);
  const reckoned = points.map(({ mostBackMs }) => (mostBackMs === null ? null : mostBackMs / 1_000));
  const lowest = points.map(({ lowestMs }) => lowestMs / 1_000);
  const known = [...reckoned, ...lowest].filter((value) => value !== null);
  const measured = RECKONED_SIZES.map((devices) => rows.find((row) => row.devices === devices)?.measured ?? null);
  const worst = rows.reduce((most, { error }) => Math.max(most, Math.abs(error ?? 0)), 0);
  const last = rows.findLast((row) => row.measured !== null);
  return (
    <>
      <CurveChart
        title={t('chart')}
        sentence={t(last === undefined ? 'sentenceReckoned' : 'sentence', {
          error: worst,
          million: duration(reckoned.at(-1) ?? null, t('notInADay')),
        })}
        xAxis={{ label: t('fleet'), unit: t('devices'), scale: 'logarithmic', from: 100, to: 1_000_000 }}
        yAxis={{
          label: t('time'),
          unit: 's',
          scale: 'logarithmic',
          from: 10 ** Math.floor(Math.log10(Math.min(...known))),
          to: 10 ** Math.ceil(Math.log10(Math.max(...known))),
        }}
        xs={[...RECKONED_SIZES]}
        curves={[
          { key: 'reckoned', label: t('reckoned'), tone: 'ink', dashed: true, values: reckoned, nameAt: 1, nameSide: 'left' },
          { key: 'lowest', label: t('lowest'), tone: 'q0', dashed: true, values: lowest, nameAt: 0.6, nameIs: 'below', nameSide: 'right' },
          { key: 'measured', label: t('measured'), tone: 'broker', values: measured, isMeasured: true, nameAt: 0.75, nameSide: 'left' },
        ]}
        own={
          last === undefined
            ? null
            : {
                x: last.devices,
                y: last.measured ?? 1,
                label: t('own', { devices: last.devices, time: writeDuration(last.measured ?? 0) }),
              }
        }
      />
      <DataTable
        caption={t('table')}
        corner={t('fleet')}
        columns={[
          { key: 'measured', head: t('measured'), align: 'end' },
          { key: 'reckoned', head: t('reckoned'), align: 'end' },
          { key: 'error', head: t('error'), align: 'end' },
        ]}
        rows={rows.map((row: GrowthRow) => ({
          key: String(row.devices),
          head: row.runs === 0 ? format.number(row.devices) : t('size', { devices: row.devices, runs: row.runs }),
          cells: {
            measured: whole(duration(row.measured, '–')),
            reckoned: whole(duration(row.reckoned, t('notInADay'))),
            error:
              row.error === null
                ? '–'
                : format.number(row.error, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1 }),
          },
        }))}
      />
      <Remark>{t('formula')}</Remark>
    </>
  );
}

function duration(seconds: number | null, otherwise: string): string {
  return seconds === null ? otherwise : writeDuration(seconds);
}
