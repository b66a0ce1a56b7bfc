// The broker's own log, word for word, up to the playhead; nothing is added to its lines but the virtual time. Narrowed by the level that mosquitto.conf(5) calls log_type.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RunView } from '#simulations/worker';
import { type LineChoice, TimedLines } from './TimedLines.tsx';

const LEVELS = ['error', 'warning', 'notice', 'information', 'subscribe', 'unsubscribe', 'debug'] as const;
/** Lines of this level tell each packet. */
const EACH_PACKET = 'debug';

export interface BrokerLogProps {
  /** `null` before a run. */
  readonly view: RunView | null;
}

export function BrokerLog({ view }: BrokerLogProps) {
  const t = useTranslations('bench.log');
  const log = view?.log ?? null;
  const lines = useMemo(() => log?.map(({ at, level, text }) => ({ at, from: level, text })) ?? null, [log]);
  const options = useMemo(
    (): readonly LineChoice[] => [
      { value: 'all', label: t('level.all'), takes: () => true },
      { value: 'noPackets', label: t('level.noPackets'), takes: (level) => level !== EACH_PACKET },
      ...LEVELS.map((level) => ({ value: level, label: t(`level.${level}`), takes: (from: string) => from === level })),
    ],
    [t],
  );
  const words = { lines: t('lines'), empty: t('empty'), silent: t('silent') };
  return <TimedLines lines={lines} choices={{ label: t('show'), options }} namesSpeaker={false} words={words} />;
}
