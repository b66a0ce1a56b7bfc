// The stage in words, for whoever does not see it: how those on it stand. Spoken when something was done and every few seconds while it plays, never per packet.
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RunView } from '#simulations/worker';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { flightsOf } from './flights.ts';
import { useVirtualTime } from './useVirtualTime.ts';

/** Wall time between two summaries while it plays. Milliseconds. */
const SPEAK_EVERY_MS = 6_000;

export interface StageSummaryProps {
  readonly playing: boolean;
  readonly view: RunView | null;
  /** How those on the stage stand, in sentences. Must stay the same function. */
  readonly tell: (view: RunView) => string;
}

export function StageSummary({ playing, view, tell }: StageSummaryProps) {
  const t = useTranslations('bench.stage.summary');
  const write = useVirtualTime();
  const [text, setText] = useState('');
  const spokenAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const now = performance.now();
    if (playing && view !== null && now - spokenAt.current < SPEAK_EVERY_MS) return;
    spokenAt.current = now;
    if (view === null) {
      setText(t('before'));
      return;
    }
    const flying = flightsOf(view.events).filter(({ at, endsAt }) => at <= view.at && view.at < endsAt).length;
    setText(t('at', { at: write(view.at), lanes: tell(view), flying }));
  }, [view, playing, tell, t, write]);

  return (
    <VisuallyHidden>
      <output>{text}</output>
    </VisuallyHidden>
  );
}
