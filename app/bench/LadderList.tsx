// The ladder in words: the same events as sentences, in order, the playhead's marked. Each goes to its instant. One stop for the Tab key: arrow keys up and down
// go from sentence to sentence, Home and End to the first and the last of those at hand; further on the list follows the playhead.
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { fromMicroseconds, type Microseconds, type PacketSent, type RunEvent } from '#simulations';
import styles from './Ladder.module.css';
import { keysOf, momentOf, type ToldEvent, toldEvents } from './ladderEvents.ts';
import type { Playback } from './usePlayback.ts';
import { usePlayhead } from './usePlayhead.ts';
import { useSentence } from './useSentence.ts';
import { useVirtualTime } from './useVirtualTime.ts';

const DRAW_EVERY_MS = 250;

interface LineProps {
  readonly event: ToldEvent;
  readonly current: boolean;
  readonly ahead: boolean;
  /** `null`: it is no packet. */
  readonly selected: boolean | null;
  /** The Tab key stops here. */
  readonly stop: boolean;
  readonly onGo: (event: ToldEvent) => void;
  /** Its place in the list's memory of where the reader was. */
  readonly name: string;
  readonly onFocus: (key: string) => void;
}

const Line = memo(function Line({ event, name, current, ahead, selected, stop, onGo, onFocus }: LineProps) {
  const write = useVirtualTime();
  const sentence = useSentence();
  return (
    <li
      className={styles.item}
      aria-current={current ? 'step' : undefined}
      data-ahead={ahead || undefined}
      data-lost={(event.kind === 'packetSent' && event.lost) || undefined}
    >
      <button
        type="button"
        className={styles.itemButton}
        tabIndex={stop ? 0 : -1}
        aria-pressed={selected ?? undefined}
        onClick={() => onGo(event)}
        onFocus={() => onFocus(name)}
      >
        <time>{write(event.at)}</time>
        <span>{sentence(event)}</span>
      </button>
    </li>
  );
});

/** The instant that shows it best. */
function instantOf(event: ToldEvent): Microseconds {
  return event.kind === 'packetSent' ? fromMicroseconds(momentOf(event)) : event.at;
}

export interface LadderListProps {
  readonly events: readonly RunEvent[];
  /** Whose events are told; `null`: everybody's. Must stay the same list. */
  readonly clients: readonly string[] | null;
  readonly playback: Playback;
  readonly height: number;
  readonly selected: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

export const LadderList = memo(function LadderList({ events, clients, playback, height, selected, onSelect }: LadderListProps) {
  const t = useTranslations('bench.ladder');
  const at = usePlayhead(playback.clock, DRAW_EVERY_MS);
  const list = useRef<HTMLOListElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const { told, happened } = useMemo(() => toldEvents(events, clients, at), [events, clients, at]);
  const keys = useMemo(() => keysOf(told), [told]);
  const currentKey = keys[happened - 1] ?? null;
  // Where the reader was, while that is among them; else at the playhead.
  const stopAt = focused !== null && keys.includes(focused) ? focused : (currentKey ?? keys[0] ?? null);

  // Keeps the current line in sight, within the list alone: the page must not move.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line became the current one.
  useEffect(() => {
    const box = list.current;
    const line = box?.querySelector<HTMLElement>('[aria-current]');
    if (box === null || !line || box.contains(document.activeElement)) return;
    box.scrollTop = line.offsetTop - box.clientHeight * 0.6;
  }, [currentKey]);

  // Beyond a silence stand other lines: who went there by key goes on at the one that the playhead came to.
  const goesBeyond = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines stand there.
  useEffect(() => {
    const box = list.current;
    if (!goesBeyond.current || box === null || box.contains(document.activeElement)) return;
    goesBeyond.current = false;
    box.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  }, [keys]);

  const go = useMemo(
    () => (event: ToldEvent) => {
      playback.pause();
      playback.seek(instantOf(event));
      if (event.kind === 'packetSent') onSelect(event);
    },
    [playback, onSelect],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    playback.pause();
    goesBeyond.current = false;
    if (buttons[next] !== undefined) return buttons[next].focus();
    // At either end of what is at hand the playhead goes there, and more comes to hand; if it stands there, on across the silence.
    const last = told[here];
    if (last === undefined) return;
    goesBeyond.current = true;
    if (playback.clock.now() !== instantOf(last)) go(last);
    else playback.step(event.key === 'ArrowDown' ? 'forward' : 'back');
  };

  if (told.length === 0) return <p className={styles.empty}>{t('noEvent')}</p>;
  return (
    <ol ref={list} className={styles.list} aria-label={t('events')} onKeyDown={onKeyDown} style={{ maxHeight: `${height}px` }}>
      {told.map((event, index) => {
        const key = keys[index] ?? '';
        return (
          <Line
            key={key}
            name={key}
            event={event}
            current={index === happened - 1}
            ahead={index >= happened}
            selected={event.kind === 'packetSent' ? event.packet === selected?.packet : null}
            stop={key === stopAt}
            onGo={go}
            onFocus={setFocused}
          />
        );
      })}
    </ol>
  );
});
