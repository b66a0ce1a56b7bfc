// Each attempt of a part of the fleet: a device in each row, so that a herd is a line from top to bottom.
import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ATTEMPT_OUTCOMES, type StormResult } from '#simulations';
import { RasterChart } from '../charts/RasterChart.tsx';
import type { StormPictureProps } from './AttemptChart.tsx';
import { OUTCOME_LOOKS, OUTCOMES_DRAWN } from './outcomeLooks.ts';
import { stormMarks } from './stormMarks.ts';

export const AttemptRasterChart = memo(function AttemptRasterChart({ result, name, untilMs }: StormPictureProps) {
  const t = useTranslations('fleet');
  const shown = useMemo(() => withinTime(result, untilMs), [result, untilMs]);
  const table = useMemo(() => rowsOf(result), [result]);
  const { raster, scenario } = result;
  const facts = { rows: raster.devices.length, devices: scenario.sessions.devices, points: shown.points.at.length };
  return (
    <RasterChart
      title={t('charts.rasterTitle', { name })}
      sentence={`${t('charts.rasterSentence', facts)}${raster.isCut ? ` ${t('charts.rasterCut')}` : ''}`}
      timeAxis={{ label: t('charts.time'), unit: t('charts.seconds') }}
      rowsLabel={t('charts.rowsLabel')}
      rows={raster.devices.length}
      points={shown.points}
      kinds={shown.kinds.map((key) => ({ key, label: t(`outcomes.${key}`), ...OUTCOME_LOOKS[key] }))}
      from={0}
      to={untilMs / 1_000}
      marks={stormMarks(result).map(({ key, at }) => ({ at, label: t(`charts.${key}`) }))}
      table={{
        columns: [
          { key: 'device', head: t('charts.device') },
          { key: 'tries', head: t('charts.tries') },
          { key: 'back', head: t('charts.backAt'), unit: t('charts.seconds') },
        ],
        rows: table,
      }}
    />
  );
});

/** The attempts until then, and the outcomes of which the raster has any: its key names nothing that is not in it. */
function withinTime({ raster }: StormResult, untilMs: number) {
  const { length } = raster.atMs;
  const met = new Uint8Array(ATTEMPT_OUTCOMES.length);
  for (const outcome of raster.outcome) met[outcome] = 1;
  const kinds = OUTCOMES_DRAWN.filter((key) => met[ATTEMPT_OUTCOMES.indexOf(key)] === 1);
  const kindOf = ATTEMPT_OUTCOMES.map((key) => kinds.indexOf(key));
  const [at, row, kind] = [new Float64Array(length), new Uint16Array(length), new Uint8Array(length)];
  let kept = 0;
  // There may be 200,000 of them: a loop, and no list in between.
  for (let index = 0; index < length; index++) {
    const atMs = raster.atMs[index] ?? 0;
    if (atMs > untilMs) continue;
    at[kept] = atMs / 1_000;
    row[kept] = raster.row[index] ?? 0;
    kind[kept++] = kindOf[raster.outcome[index] ?? 0] ?? 0;
  }
  return { kinds, points: { at: at.subarray(0, kept), row: row.subarray(0, kept), kind: kind.subarray(0, kept) } };
}

/** A row for each device: how often it tried, and when the attempt began that let it in. */
function rowsOf({ raster }: StormResult): (readonly (string | number | null)[])[] {
  const tries = new Uint32Array(raster.devices.length);
  const back = new Float64Array(raster.devices.length).fill(Number.NaN);
  for (let index = 0; index < raster.row.length; index++) {
    const row = raster.row[index] ?? 0;
    tries[row] = (tries[row] ?? 0) + 1;
    if (raster.outcome[index] === 0) back[row] = (raster.atMs[index] ?? 0) / 1_000;
  }
  return [...raster.devices].map((device, row) => {
    const at = back[row] ?? Number.NaN;
    return [String(device), tries[row] ?? 0, Number.isNaN(at) ? null : at];
  });
}
