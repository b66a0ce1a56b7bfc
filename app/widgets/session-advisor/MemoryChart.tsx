// What the broker holds for the client the longer it is away: as advised, and with a session that is kept without an end at Mosquitto's own limit.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { orphanMemory } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { CurveChart } from '../../charts/CurveChart.tsx';
import type { Reckoned } from './reckoning.ts';

/** Mosquitto's own `max_queued_messages`. */
const USUAL_LIMIT = 1_000;
const POINTS = 120;

function bytesAfter(seconds: number, { messagesPerHour, payloadBytes }: Reckoned['amounts'], limit: number): number {
  const messages = Math.min(limit, Math.floor((messagesPerHour * seconds) / 3_600));
  return orphanMemory({ sessions: 1, copies: messages, messages, payloadBytes });
}

export function MemoryChart({ reckoned }: { readonly reckoned: Reckoned }) {
  const t = useTranslations('sessionAdvisor.chart');
  const { advice, room, amounts, answers } = reckoned;
  const heard = answers.receives !== 'nothing';
  const end = 2 * Math.max(amounts.awaySeconds, room?.expirySeconds ?? 0, 60);
  const { xs, advised, endless, top } = useMemo(() => {
    const expiry = room?.expirySeconds;
    const steps = Array.from({ length: POINTS + 1 }, (_, index) => (end * index) / POINTS);
    const corners = expiry === undefined ? [] : [expiry, expiry * (1 + 1e-9)];
    const all = [...new Set([...steps, ...corners])].sort((one, other) => one - other);
    const rate = heard ? amounts : { ...amounts, messagesPerHour: 0 };
    const waits = advice.queue ? rate : { ...rate, messagesPerHour: 0 };
    const asAdvised = all.map((seconds) =>
      room === null || seconds > room.expirySeconds ? 0 : bytesAfter(seconds, waits, room.queuedMessages),
    );
    const withoutEnd = all.map((seconds) => bytesAfter(seconds, rate, USUAL_LIMIT));
    return { xs: all, advised: asAdvised, endless: withoutEnd, top: Math.max(...asAdvised, ...withoutEnd) };
  }, [advice, room, amounts, heard, end]);
  const unit =
    end >= 2 * 86_400 ? { unit: 'd', seconds: 86_400 } : end >= 2 * 3_600 ? { unit: 'h', seconds: 3_600 } : { unit: 'min', seconds: 60 };
  const tallest = top >= 1e6 ? { unit: 'MB', bytes: 1e6 } : { unit: 'kB', bytes: 1e3 };
  const inUnit = (values: readonly number[]) => values.map((value) => value / tallest.bytes);
  return (
    <CurveChart
      title={t('title')}
      sentence={room === null ? t('clean') : t('kept', { expiry: writeDuration(room.expirySeconds) })}
      xAxis={{ label: t('away'), unit: unit.unit, scale: 'linear', from: 0, to: end / unit.seconds }}
      yAxis={{ label: t('memory'), unit: tallest.unit, scale: 'linear', from: 0, to: (1.15 * top) / tallest.bytes }}
      xs={xs.map((seconds) => seconds / unit.seconds)}
      curves={[
        { key: 'advised', label: t('advised'), tone: 'broker', values: inUnit(advised), nameAt: 0.45, nameIs: 'below' },
        { key: 'endless', label: t('endless'), tone: 'loss', dashed: true, values: inUnit(endless) },
      ]}
      own={null}
    />
  );
}
