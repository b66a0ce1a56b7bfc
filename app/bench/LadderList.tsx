// The ladder in words: the same events as sentences, in order, the playhead's marked. Arrow keys up and down go from packet to packet.
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { fromMicroseconds, type PacketSent, type RunEvent } from '#simulations';
import type { LadderLane } from './benchLane.ts';
import styles from './Ladder.module.css';
import { keyOf, momentOf, type ToldEvent, toldEvents } from './ladderEvents.ts';
import type { Playback } from './usePlayback.ts';
import { usePlayhead } from './usePlayhead.ts';
import { useSentence } from './useSentence.ts';
import { useVirtualTime } from './useVirtualTime.ts';

const DRAW_EVERY_MS = 250;

interface LineProps {
  readonly event: ToldEvent;
  readonly current: boolean;
  readonly ahead: boolean;
  readonly selected: boolean;
  readonly onSelect: (packet: PacketSent) => void;
}

const Line = memo(function Line({ event, current, ahead, selected, onSelect }: LineProps) {
  const write = useVirtualTime();
  const sentence = useSentence();
  const words = (
    <>
      <time>{write(event.at)}</time>
      <span>{sentence(event)}</span>
    </>
  );
  return (
    <li
      className={styles.item}
      aria-current={current ? 'step' : undefined}
      data-ahead={ahead || undefined}
      data-lost={(event.kind === 'packetSent' && event.lost) || undefined}
    >
      {event.kind === 'packetSent' ? (
        <button type="button" className={styles.itemButton} aria-pressed={selected} onClick={() => onSelect(event)}>
          {words}
        </button>
      ) : (
        <div className={styles.itemText}>{words}</div>
      )}
    </li>
  );
});

export interface LadderListProps {
  readonly events: readonly RunEvent[];
  readonly lanes: readonly LadderLane[];
  readonly playback: Playback;
  readonly height: number;
  readonly selected: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

export const LadderList = memo(function LadderList({ events, lanes, playback, height, selected, onSelect }: LadderListProps) {
  const t = useTranslations('bench.ladder');
  const at = usePlayhead(playback.clock, DRAW_EVERY_MS);
  const list = useRef<HTMLOListElement>(null);
  const { told, happened } = useMemo(() => toldEvents(events, lanes, at), [events, lanes, at]);
  const currentKey = told[happened - 1] === undefined ? null : keyOf(told[happened - 1] as ToldEvent);

  // Keeps the current line in sight, within the list alone: the page must not move.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line became the current one.
  useEffect(() => {
    const box = list.current;
    const line = box?.querySelector<HTMLElement>('[aria-current]');
    if (box === null || !line || box.contains(document.activeElement)) return;
    box.scrollTop = line.offsetTop - box.clientHeight * 0.6;
  }, [currentKey]);

  const select = useMemo(
    () => (packet: PacketSent) => {
      playback.pause();
      playback.seek(fromMicroseconds(momentOf(packet)));
      onSelect(packet);
    },
    [playback, onSelect],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = buttons[here + (event.key === 'ArrowDown' ? 1 : -1)];
    playback.pause();
    next?.focus();
  };

  return (
    <ol ref={list} className={styles.list} aria-label={t('events')} onKeyDown={onKeyDown} style={{ maxHeight: `${height}px` }}>
      {told.map((event, index) => (
        <Line
          key={keyOf(event)}
          event={event}
          current={index === happened - 1}
          ahead={index >= happened}
          selected={event.kind === 'packetSent' && event.packet === selected?.packet}
          onSelect={select}
        />
      ))}
    </ol>
  );
});
