// The back-off visualiser: one fleet, one seed, two strategies side by side on the real broker.
import { useCallback, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { CutNotice } from '../../fleet/CutNotice.tsx';
import { FleetFrame } from '../../fleet/FleetFrame.tsx';
import { Remark } from '../../fleet/Remark.tsx';
import { useFleetRun } from '../../fleet/useFleetRun.ts';
import { useResetShortcut } from '../../lab/useResetShortcut.ts';
import { useExperiment } from '../../state/experiment.ts';
import { standardValues } from '../../state/knobs.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { Aside } from './Aside.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { type BackOffValues, KNOBS, stormOf } from './knobs.ts';
import { Pictures } from './Pictures.tsx';

export default function BackOff() {
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<BackOffValues>(KNOBS);
  const { values } = experiment;
  const first = useFleetRun(
    'back-off',
    useMemo(() => stormOf(values, values.strategy), [values]),
  );
  const second = useFleetRun(
    'back-off/other',
    useMemo(() => stormOf(values, values.other), [values]),
  );
  const reset = useCallback(() => {
    experiment.reset();
    const standard = standardValues<BackOffValues>(KNOBS);
    first.start(stormOf(standard, standard.strategy));
    second.start(stormOf(standard, standard.other));
  }, [experiment, first, second]);
  useResetShortcut(frame, reset);
  const results = [first.run.result, second.run.result] as const;
  const headline = useHeadline(...results);
  return (
    <FleetFrame
      frame={frame}
      width={width}
      headline={headline}
      answer={
        <>
          {results.map((result, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two places, first and second.
            <CutNotice key={index} result={result} />
          ))}
          <Comparison results={results} />
        </>
      }
      knobs={<KnobPanel experiment={experiment} runs={[first, second]} onReset={reset} />}
      pictures={<Pictures results={results} />}
      aside={<Aside values={values} result={first.run.result} />}
    />
  );
}

type Results = readonly [StormResult | null, StormResult | null];

function useHeadline(one: StormResult | null, other: StormResult | null): string {
  const t = useTranslations('backOff.headline');
  const name = useTranslations('fleet.strategies');
  if (one === null || other === null) return t('waiting');
  const [a, b] = [name(one.scenario.backoff.kind), name(other.scenario.backoff.kind)];
  const [ta, tb] = [one.allBackMs, other.allBackMs];
  if (ta === null && tb === null) return t('neither');
  if (ta === null || tb === null)
    return t('oneNever', { all: ta === null ? b : a, time: writeDuration((ta ?? tb ?? 0) / 1_000), other: ta === null ? a : b });
  const [fast, slow] = ta <= tb ? [a, b] : [b, a];
  const [short, long] = [Math.min(ta, tb), Math.max(ta, tb)];
  return t('both', {
    devices: one.scenario.sessions.devices,
    fast,
    slow,
    short: writeDuration(short / 1_000),
    long: writeDuration(long / 1_000),
    times: Math.round((long / short) * 10) / 10,
  });
}

function Comparison({ results }: { readonly results: Results }) {
  const t = useTranslations('backOff.table');
  const name = useTranslations('fleet.strategies');
  const format = useFormatter();
  const [one, other] = results;
  if (one === null || other === null) return null;
  const time = (ms: number | null) => (ms === null ? t('never') : writeDuration(ms / 1_000));
  const number = (value: number) => format.number(value);
  const wasted = ({ attempts, back }: StormResult) => attempts - back;
  const share = (result: StormResult) => format.number(wasted(result) / Math.max(1, result.attempts), { style: 'percent' });
  const row = (key: 'half' | 'most' | 'all' | 'attempts' | 'wasted' | 'gaveUp', of: (result: StormResult) => string) => ({
    key,
    head: t(key),
    cells: { one: of(one), other: of(other) },
  });
  const lowest = one.scenario.downMs + (one.scenario.sessions.devices / one.scenario.server.connectionsPerSecond) * 1_000;
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={[
          { key: 'one', head: name(one.scenario.backoff.kind), align: 'end' },
          { key: 'other', head: name(other.scenario.backoff.kind), align: 'end' },
        ]}
        rows={[
          row('half', ({ halfBackMs }) => time(halfBackMs)),
          row('most', ({ mostBackMs }) => time(mostBackMs)),
          row('all', ({ allBackMs }) => time(allBackMs)),
          row('attempts', ({ attempts }) => number(attempts)),
          row('wasted', (result) => t('ofWhich', { wasted: wasted(result), share: share(result) })),
          ...(one.gaveUp + other.gaveUp === 0 ? [] : [row('gaveUp', ({ gaveUp }) => number(gaveUp))]),
        ]}
      />
      <Remark>{t('lowest', { time: writeDuration(lowest / 1_000) })}</Remark>
    </>
  );
}
