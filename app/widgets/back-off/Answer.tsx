// What came out: a sentence with the numbers of the runs, and both strategies in a table.
import { useFormatter, useTranslations } from 'use-intl';
import type { StormResult } from '#simulations';
import { whole } from '../../calculator/PresetTable.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { CutNotice } from '../../fleet/CutNotice.tsx';
import { Remark } from '../../fleet/Remark.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { type Shown, winnerOf } from './shown.ts';

const duration = (ms: number | null): string => writeDuration((ms ?? 0) / 1_000);
const ratioOf = (one: number, other: number): number => Math.round((Math.max(one, other) / Math.max(1, Math.min(one, other))) * 10) / 10;

export function useHeadline(shown: Shown | null): string {
  const t = useTranslations('backOff.headline');
  const name = useTranslations('fleet.strategies');
  if (shown === null) return t('waiting');
  const [one, other] = shown;
  const nameOf = ({ scenario }: StormResult) => name(scenario.backoff.kind);
  const { devices } = one.scenario.sessions;
  if (other === undefined || other.digest === one.digest) {
    const facts = { devices, name: nameOf(one), back: one.back, half: duration(one.halfBackMs), all: duration(one.allBackMs) };
    return t(`${other === undefined ? 'alone' : 'same'}${one.allBackMs === null ? 'Never' : ''}`, facts);
  }
  const [ta, tb] = [one.allBackMs, other.allBackMs];
  if (ta === null && tb === null) return t('neither', { devices, a: nameOf(one), aBack: one.back, b: nameOf(other), bBack: other.back });
  const [fast, slow] = (ta ?? Number.POSITIVE_INFINITY) <= (tb ?? Number.POSITIVE_INFINITY) ? [one, other] : [other, one];
  const facts = {
    devices,
    fast: nameOf(fast),
    slow: nameOf(slow),
    short: duration(fast.allBackMs),
    long: duration(slow.allBackMs),
    back: slow.back,
    until: duration(slow.endsAtMs),
  };
  if (slow.allBackMs === null) return t(slow.endedBy === 'settled' ? 'oneNever' : 'oneCut', facts);
  if (winnerOf(one, other) !== 'alike') return t('both', { ...facts, times: ratioOf(slow.allBackMs, fast.allBackMs ?? 1) });
  const [many, few] = one.attempts >= other.attempts ? [one, other] : [other, one];
  return t('alike', { ...facts, many: nameOf(many), few: nameOf(few), times: ratioOf(many.attempts, few.attempts) });
}

export function Answer({ shown }: { readonly shown: Shown | null }) {
  const t = useTranslations('backOff.table');
  const name = useTranslations('fleet.strategies');
  const format = useFormatter();
  if (shown === null) return null;
  const [{ scenario }] = shown;
  const time = (of: (result: StormResult) => number | null) => (result: StormResult) => {
    const ms = of(result);
    if (ms !== null) return duration(ms);
    return result.endedBy === 'settled' ? t('never') : t('notBy', { time: duration(result.endsAtMs) });
  };
  const number = (value: number) => format.number(value);
  const wasted = ({ attempts, back }: StormResult) => attempts - back;
  // Not 100 % while one was not wasted.
  const share = (result: StormResult) =>
    format.number(Math.floor((wasted(result) / Math.max(1, result.attempts)) * 100) / 100, { style: 'percent' });
  const row = (key: 'half' | 'most' | 'all' | 'attempts' | 'wasted' | 'gaveUp', of: (result: StormResult) => string) => ({
    key,
    head: t(key),
    cells: Object.fromEntries(shown.map((result, index) => [index, whole(of(result))])),
  });
  const lowest = scenario.downMs + (scenario.sessions.devices / scenario.server.connectionsPerSecond) * 1_000;
  return (
    <>
      {shown.map((result, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two places, first and second.
        <CutNotice key={index} result={result} name={name(result.scenario.backoff.kind)} />
      ))}
      <DataTable
        caption={t(shown.length === 1 ? 'titleAlone' : 'title')}
        columns={shown.map((result, index) => ({ key: String(index), head: name(result.scenario.backoff.kind), align: 'end' as const }))}
        rows={[
          row(
            'half',
            time(({ halfBackMs }) => halfBackMs),
          ),
          row(
            'most',
            time(({ mostBackMs }) => mostBackMs),
          ),
          row(
            'all',
            time(({ allBackMs }) => allBackMs),
          ),
          row('attempts', ({ attempts }) => number(attempts)),
          row('wasted', (result) => t('ofWhich', { wasted: wasted(result), share: share(result) })),
          ...(shown.some(({ gaveUp }) => gaveUp > 0) ? [row('gaveUp', ({ gaveUp }) => number(gaveUp))] : []),
        ]}
      />
      <Remark>{t(scenario.downMs === 0 ? 'lowest' : 'lowestDown', { time: duration(lowest), down: duration(scenario.downMs) })}</Remark>
    </>
  );
}
