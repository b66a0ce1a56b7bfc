// A drawing of series that can be read at one place of its axis: pointed at, touched, or gone to with the arrow keys. What is read lies over the drawing, which is not drawn again for it.
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type Tone, toneColour } from '../../ui/Mark.tsx';
import styles from './Readable.module.css';
import { middleOf, nearestStop, type ReadingStop, stopOf } from './readingStops.ts';
import { useReading } from './sharedReading.ts';
import { useReadingNumber } from './useReadingNumber.ts';

export interface ReadSeries {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  /** By the stops' `index`; `null`: none. */
  readonly values: ArrayLike<number | null>;
}

export interface ReadableProps {
  /** Of the chart. */
  readonly title: string;
  /** How far the plot is from the edges of what is drawn. Pixels. */
  readonly inset: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** What the stops are places of. */
  readonly axis: { readonly label: string; readonly unit?: string };
  readonly stops: readonly ReadingStop[];
  readonly series: readonly ReadSeries[];
  /** Of the series. */
  readonly unit?: string | undefined;
  readonly children: ReactNode;
}

const A_PAGE = 10;

export function Readable({ title, inset, axis, stops, series, unit, children }: ReadableProps) {
  const t = useTranslations('charts.reading');
  const number = useReadingNumber();
  const [place, move] = useReading();
  const last = stops.length - 1;
  const at = place === null ? -1 : stopOf(stops, place);
  const stop = stops[at];
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
    const next = stopAfterKey(event.key, at, last);
    const isLeft = event.key === 'Escape' && stop !== undefined;
    if (next === null && !isLeft) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === null) move(null);
    else goTo(next);
  };
  const where = ({ from, to }: ReadingStop) =>
    from === to
      ? t('point', { label: axis.label, value: number(from, axis.unit) })
      : t('stretch', { from: number(from), to: number(to, axis.unit) });
  const lines = stop === undefined ? [] : series.map((one) => ({ ...one, value: number(one.values[stop.index], unit) }));
  const said =
    stop === undefined ? t('nowhere') : [where(stop), ...lines.map(({ label, value }) => t('point', { label, value }))].join('; ');
  return (
    <div className={styles.drawing}>
      {children}
      {stops.length > 0 && (
        <div
          className={styles.plot}
          style={inset}
          role="slider"
          tabIndex={0}
          aria-label={t('name', { title })}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={Math.max(0, at)}
          aria-valuetext={said}
          onPointerDown={point}
          onPointerMove={point}
          // A finger that is lifted leaves, too: what it pointed at stays readable until it points elsewhere.
          onPointerLeave={(event) => event.pointerType === 'mouse' && move(null)}
          onBlur={() => move(null)}
          onKeyDown={onKeyDown}
        >
          {stop !== undefined && (
            <Marked stop={stop}>
              <p className={styles.place}>{where(stop)}</p>
              {lines.map(({ key, label, tone, value }) => (
                <p key={key}>
                  <span className={styles.sign} style={{ background: toneColour(tone) }} />
                  {label} <b>{value}</b>
                </p>
              ))}
            </Marked>
          )}
        </div>
      )}
    </div>
  );
}

/** By its number; beyond the ends too. `null`: this key goes nowhere. */
function stopAfterKey(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'PageUp':
      return at + A_PAGE;
    case 'PageDown':
      return at - A_PAGE;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** The place, and a card beside it on the side with more room; on a narrow drawing above it, from end to end. Screen readers have what it says from the slider. */
function Marked({ stop: { left, right }, children }: { readonly stop: ReadingStop; readonly children: ReactNode }) {
  const isOnTheLeft = left + right > 1;
  const away = { '--away': percent(isOnTheLeft ? 1 - left : right) } as CSSProperties;
  return (
    <div aria-hidden="true">
      <div className={styles.stretch} style={{ left: percent(left), width: percent(right - left) }} />
      <div className={styles.card} data-side={isOnTheLeft ? 'left' : 'right'} style={away}>
        {children}
      </div>
    </div>
  );
}

const percent = (share: number) => `${share * 100}%`;
