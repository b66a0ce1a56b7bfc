// What a chart says at one place of its axis: pointed at, touched, or gone to with the arrow keys. Lies over the drawing, so that nothing is drawn again while it moves.
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { type Tone, toneColour } from '../../ui/Mark.tsx';
import styles from './Reading.module.css';
import { middleOf, nearestStop, type ReadingStop, stopOf } from './readingStops.ts';
import { useReading } from './sharedReading.ts';

export interface ReadingLine {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  /** With its unit. */
  readonly value: string;
}

export interface ReadingWords {
  readonly place: string;
  readonly lines: readonly ReadingLine[];
}

export interface ReadingProps {
  /** Of the chart. */
  readonly title: string;
  /** How far the plot is from the edges of what is drawn. Pixels. */
  readonly inset: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly stops: readonly ReadingStop[];
  readonly wordsAt: (stop: number) => ReadingWords;
}

const A_PAGE = 10;

export function Reading({ title, inset, stops, wordsAt }: ReadingProps) {
  const t = useTranslations('charts.reading');
  const [place, move] = useReading();
  const last = stops.length - 1;
  const index = place === null ? null : stopOf(stops, place);
  const stop = index === null ? undefined : stops[index];
  const words = index === null || stop === undefined ? null : wordsAt(index);
  const goTo = (next: number) => {
    const there = stops[Math.min(last, Math.max(0, next))];
    if (there !== undefined) move(middleOf(there));
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    goTo(nearestStop(stops, (event.clientX - left) / (width || 1)));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const from = index ?? -1;
    const next = new Map([
      ['ArrowRight', from + 1],
      ['ArrowUp', from + 1],
      ['ArrowLeft', from - 1],
      ['ArrowDown', from - 1],
      ['PageUp', from + A_PAGE],
      ['PageDown', from - A_PAGE],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    if (next === undefined && (event.key !== 'Escape' || index === null)) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) move(null);
    else goTo(next);
  };
  if (stops.length === 0) return null;
  const said =
    words === null ? t('nowhere') : [words.place, ...words.lines.map(({ label, value }) => t('line', { label, value }))].join('; ');
  return (
    <div
      className={styles.plot}
      style={inset}
      role="slider"
      tabIndex={0}
      aria-label={t('name', { title })}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={index ?? 0}
      aria-valuetext={said}
      onPointerDown={point}
      onPointerMove={point}
      // A finger that is lifted leaves, too: what it pointed at stays readable until it points elsewhere.
      onPointerLeave={(event) => event.pointerType === 'mouse' && move(null)}
      onBlur={() => move(null)}
      onKeyDown={onKeyDown}
    >
      {stop !== undefined && words !== null && (
        <>
          <div className={styles.stretch} style={{ left: percent(stop.left), width: percent(stop.right - stop.left) }} />
          <Card words={words} stop={stop} />
        </>
      )}
    </div>
  );
}

/** Beside the place, on the side with more room; on a narrow drawing above it, from end to end. Screen readers have it from the slider. */
function Card({ words, stop }: { readonly words: ReadingWords; readonly stop: ReadingStop }) {
  const isOnTheLeft = stop.left + stop.right > 1;
  const away = { '--away': percent(isOnTheLeft ? 1 - stop.left : stop.right) } as CSSProperties;
  return (
    <div className={styles.card} data-side={isOnTheLeft ? 'left' : 'right'} style={away} aria-hidden="true">
      <p className={styles.place}>{words.place}</p>
      {words.lines.map(({ key, label, tone, value }) => (
        <p key={key}>
          <span className={styles.sign} style={{ background: toneColour(tone) }} />
          {label} <b>{value}</b>
        </p>
      ))}
    </div>
  );
}

const percent = (share: number) => `${share * 100}%`;
