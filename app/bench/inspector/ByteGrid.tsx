// The bytes of a packet as a grid: offset, hexadecimal digits, characters. One stop of the tab key; arrow keys go from byte to byte.
import { type KeyboardEvent, memo, type SyntheticEvent, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldSpan } from '#simulations';
import { Button } from '../../ui/Button.tsx';
import styles from './ByteGrid.module.css';
import { characterOf, hexOf } from './byteText.ts';
import { byteByKey } from './spot.ts';

/** Bytes drawn at first, and more with each press: a packet may have 100,000. */
const DRAWN_AT_ONCE = 512;

/** How a byte is drawn: not marked, part of a marked field, or the one byte the learner is at. */
type Mark = '-' | 'f' | 'b';

interface RowProps {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly perRow: number;
  readonly withCharacters: boolean;
  /** One letter for each byte of the row. */
  readonly marks: string;
  /** From here on nothing was read. */
  readonly unreadFrom: number;
  /** The byte that the tab key stops at, where it stands in this row; else -1. */
  readonly tabStop: number;
  readonly labels: readonly string[];
}

const Row = memo(function Row({ bytes, start, end, perRow, withCharacters, marks, unreadFrom, tabStop, labels }: RowProps) {
  const t = useTranslations('inspector');
  const places = Array.from({ length: end - start }, (_, index) => start + index);
  return (
    <tr>
      <th scope="row" className={styles.offset} aria-label={t('offset', { offset: start })}>
        {start.toString(16).padStart(4, '0')}
      </th>
      {places.map((place) => (
        <td
          key={place}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: said outright, since not all readers take it from the grid.
          role="gridcell"
          className={styles.byte}
          tabIndex={place === tabStop ? 0 : -1}
          aria-label={labels[place]}
          aria-selected={(marks[place - start] ?? '-') !== '-' || undefined}
          data-byte={place}
          data-mark={marks[place - start] ?? '-'}
          data-unread={place >= unreadFrom || undefined}
        >
          {hexOf(bytes[place] ?? 0)}
        </td>
      ))}
      {places.length < perRow && <td aria-hidden="true" colSpan={perRow - places.length} />}
      {withCharacters && (
        <td className={styles.characters} aria-hidden="true">
          {places.map((place) => (
            <span key={place} data-byte={place} data-mark={marks[place - start] ?? '-'}>
              {characterOf(bytes[place] ?? 0) ?? '·'}
            </span>
          ))}
        </td>
      )}
    </tr>
  );
});

export interface ByteGridProps {
  readonly bytes: Uint8Array;
  readonly leaves: readonly FieldSpan[];
  readonly perRow: 8 | 16;
  /** Whether the characters stand beside the digits. */
  readonly withCharacters: boolean;
  /** The byte the learner is at. */
  readonly byte: number;
  /** Fields that are marked, in the order of their bytes. */
  readonly marked: readonly FieldSpan[];
  /** The one byte to mark more strongly than its field; `null`: the field is what is marked. */
  readonly strong: number | null;
  readonly onHold: (byte: number) => void;
  readonly onPoint: (byte: number | null) => void;
}

function byteUnder({ target }: SyntheticEvent): number | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-byte]') : null;
  return element === null ? null : Number(element.dataset.byte);
}

export function ByteGrid({ bytes, leaves, perRow, withCharacters, byte, marked, strong, onHold, onPoint }: ByteGridProps) {
  const t = useTranslations('inspector');
  const grid = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState(DRAWN_AT_ONCE);
  const drawn = Math.min(bytes.length, Math.max(wanted, byte < wanted ? 0 : byte + DRAWN_AT_ONCE));
  const labels = useMemo(() => {
    const names: string[][] = Array.from({ length: drawn }, () => []);
    for (const { name, start, end } of leaves) for (let place = start; place < Math.min(end, drawn); place++) names[place]?.push(name);
    return names.map((fields, offset) => {
      const value = bytes[offset] ?? 0;
      return t('byte', { offset, hex: hexOf(value), character: characterOf(value) ?? 'none', fields: fields.join(', ') });
    });
  }, [bytes, leaves, drawn, t]);
  const markOf = (place: number): Mark =>
    place === strong ? 'b' : marked.some(({ start, end }) => start <= place && place < end) ? 'f' : '-';
  const unreadFrom = leaves.find(({ id }) => id === 'unread')?.start ?? bytes.length;

  const goTo = (place: number) => grid.current?.querySelector<HTMLElement>(`td[data-byte="${place}"]`)?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    const from = byteUnder(event);
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (from === null || altKey || metaKey || shiftKey) return;
    const to = byteByKey(key, ctrlKey, from, perRow, drawn);
    if (to === null) return;
    event.preventDefault();
    goTo(to);
  };

  return (
    <>
      <div className={styles.box}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the arrow keys go through.
          role="grid"
          aria-label={t('bytes')}
          className={styles.grid}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const place = byteUnder(event);
            if (place !== null) onHold(place);
          }}
          onClick={(event) => {
            const place = byteUnder(event);
            if (place !== null) goTo(place);
          }}
          onPointerOver={(event) => {
            if (event.pointerType === 'mouse') onPoint(byteUnder(event));
          }}
          onPointerLeave={() => onPoint(null)}
        >
          <tbody>
            {Array.from({ length: Math.ceil(drawn / perRow) }, (_, row) => {
              const start = row * perRow;
              const end = Math.min(drawn, start + perRow);
              return (
                <Row
                  key={start}
                  bytes={bytes}
                  start={start}
                  end={end}
                  perRow={perRow}
                  withCharacters={withCharacters}
                  marks={Array.from({ length: end - start }, (_, index) => markOf(start + index)).join('')}
                  unreadFrom={unreadFrom}
                  tabStop={byte >= start && byte < end ? byte : -1}
                  labels={labels}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {drawn < bytes.length && (
        <Button kind="quiet" onClick={() => setWanted(drawn + DRAWN_AT_ONCE)}>
          {t('more', { count: Math.min(DRAWN_AT_ONCE, bytes.length - drawn) })}
        </Button>
      )}
    </>
  );
}
