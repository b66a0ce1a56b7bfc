// The frame around the bench's parts: the keys that work wherever the focus is inside it. Space plays and pauses, left and right step, Home and End go to the
// ends of the run. No letters, so that nothing collides with a screen reader's or a browser's keys.
import type { KeyboardEvent, ReactNode } from 'react';
import type { Playback } from './usePlayback.ts';

/** Elements that need the key themselves. */
const USES: Readonly<Record<string, string>> = {
  ' ': 'button, a, summary, select, textarea, input:not([type=range])',
  ArrowLeft: 'select, textarea, input:not([type=range]), [role=tab], [role=radio]',
  ArrowRight: 'select, textarea, input:not([type=range]), [role=tab], [role=radio]',
  Home: 'select, textarea, input:not([type=range]), [role=tab]',
  End: 'select, textarea, input:not([type=range]), [role=tab]',
};

function benchKey(key: string, playback: Playback): boolean {
  const { run } = playback;
  if (run === null) return false;
  switch (key) {
    case ' ':
      playback.toggle();
      return true;
    case 'ArrowLeft':
      playback.step('back');
      return true;
    case 'ArrowRight':
      playback.step('forward');
      return true;
    case 'Home':
      playback.seek(run.startsAt);
      return true;
    case 'End':
      playback.seek(run.endsAt);
      return true;
    default:
      return false;
  }
}

export interface BenchProps {
  readonly playback: Playback;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Bench({ playback, className, children }: BenchProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const own = USES[event.key];
    if (own === undefined || (event.target instanceof Element && event.target.closest(own) !== null)) return;
    if (benchKey(event.key, playback)) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to keys that bubble up from its controls.
    <div className={className} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
