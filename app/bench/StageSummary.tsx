// The stage in words, for whoever does not see it: how each level stands. Spoken when something was done and every few seconds while it plays, never per packet.
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RunView } from '#simulations/worker';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { flightsOf } from './flights.ts';
import { useVirtualTime } from './useVirtualTime.ts';

/** Wall time between two summaries while it plays. Milliseconds. */
const SPEAK_EVERY_MS = 6_000;

export function StageSummary({ playing, view }: { readonly playing: boolean; readonly view: RunView | null }) {
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
    const lanes = view.figures
      .map(({ qos, sent, delivered, duplicates, lost, packets, packetsLost }) =>
        t('lane', { qos, sent, delivered, duplicates, lost, packets, packetsLost }),
      )
      .join(' ');
    const flying = flightsOf(view.events).filter(({ at, endsAt }) => at <= view.at && view.at < endsAt).length;
    setText(t('at', { at: write(view.at), lanes, flying }));
  }, [view, playing, t, write]);

  return (
    <VisuallyHidden>
      <output>{text}</output>
    </VisuallyHidden>
  );
}
