// What the programs print on their serial monitors, up to the playhead: the lines of all programs in one list, narrowed to one program or by text.
// What stands there is what the program itself knows, which may be less than the broker's log tells.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RunView } from '#simulations/worker';
import { type LineChoice, TimedLines } from './TimedLines.tsx';

export interface SerialMonitorProps {
  /** `null` before a run. */
  readonly view: RunView | null;
  /** Names of the run's programs. Must stay the same list while they do. */
  readonly programs: readonly string[];
}

export function SerialMonitor({ view, programs }: SerialMonitorProps) {
  const t = useTranslations('bench.serial');
  const serial = view?.serial ?? null;
  const lines = useMemo(() => serial?.map(({ at, client, text }) => ({ at, from: client, text })) ?? null, [serial]);
  const options = useMemo(
    (): readonly LineChoice[] =>
      programs.length < 2
        ? []
        : [
            { value: '', label: t('everyProgram'), takes: () => true },
            ...programs.map((name) => ({ value: name, label: name, takes: (from: string) => from === name })),
          ],
    [programs, t],
  );
  const words = { lines: t('lines'), empty: t('empty'), silent: t('silent') };
  return <TimedLines lines={lines} choices={{ label: t('program'), options }} namesSpeaker={programs.length > 1} words={words} />;
}
