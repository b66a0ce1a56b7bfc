// The fields of a packet as a list box: name, value in words, place, section of the standard; the ones the learner is at say what they mean.
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldSpan, ProtocolVersion } from '#simulations';
import styles from './FieldList.module.css';
import { fieldParts } from './fieldEntries.ts';
import { useCitation } from './useCitation.ts';
import { useFieldWords } from './useFieldWords.ts';

interface FieldLineProps {
  readonly id: string;
  readonly span: FieldSpan;
  readonly depth: number;
  readonly words: string;
  readonly selected: boolean;
  readonly marked: boolean;
  /** Says what it means. */
  readonly open: boolean;
}

function usePlace(): (span: FieldSpan) => string {
  const t = useTranslations('inspector');
  return ({ start, end, bits }) =>
    bits === undefined
      ? t('place', { count: end - start, start, end: end - 1 })
      : t('placeOfBits', { count: bits.high - bits.low + 1, start, high: bits.high, low: bits.low });
}

const FieldLine = memo(function FieldLine({ id, span, depth, words, selected, marked, open }: FieldLineProps) {
  const t = useTranslations('inspector');
  const place = usePlace();
  const cite = useCitation();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option.
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className={styles.field}
      data-path={span.path}
      data-marked={marked || undefined}
      data-depth={depth}
    >
      <span className={styles.name}>{span.name}</span> <span className={styles.value}>{words}</span>{' '}
      <span className={styles.source}>
        <span>{place(span)}</span> <span>{cite(span.section)}</span>
      </span>{' '}
      {open && <span className={styles.meaning}>{t(`meaning.${span.id}`)}</span>}
    </div>
  );
});

function Head({ span, className, depth }: { readonly span: FieldSpan; readonly className: string | undefined; readonly depth?: number }) {
  const t = useTranslations('inspector.meaning');
  return (
    <div role="presentation" className={className} data-depth={depth}>
      <span>{span.name}</span> <span>{t(span.id)}</span>
    </div>
  );
}

export interface FieldListProps {
  /** `much`: a line for each field. `little`: values stand below their names. */
  readonly room: 'much' | 'some' | 'little';
  readonly fields: readonly FieldSpan[];
  readonly leaves: readonly FieldSpan[];
  readonly version: ProtocolVersion;
  /** Fields that are marked for the moment. */
  readonly marked: readonly FieldSpan[];
  /** Fields the learner is at; the first of them is the selected one. */
  readonly held: readonly FieldSpan[];
  readonly onHold: (field: FieldSpan) => void;
  readonly onPoint: (field: FieldSpan | null) => void;
}

function nextIndex(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

export function FieldList({ room, fields, leaves, version, marked, held, onHold, onPoint }: FieldListProps) {
  const t = useTranslations('inspector');
  const words = useFieldWords(version);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => fieldParts(fields), [fields]);
  const indexOf = new Map(leaves.map(({ path }, index) => [path, index]));
  const optionId = (path: string) => `${id}-${indexOf.get(path) ?? ''}`;
  const current = held[0];

  // What the learner is at comes into sight, within the list alone: the page must not move.
  const isFirst = current !== undefined && current === leaves[0];
  const firstId = current === undefined ? null : optionId(current.path);
  const lastId = held.at(-1) === undefined ? null : optionId(held.at(-1)?.path ?? '');
  useEffect(() => {
    const list = box.current;
    const [first, last] = [firstId, lastId].map((name) => (name === null ? null : document.getElementById(name)));
    if (list === null || !first || !last) return;
    const bottom = last.offsetTop + last.offsetHeight;
    if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
    if (first.offsetTop < list.scrollTop) list.scrollTop = isFirst ? 0 : first.offsetTop;
  }, [firstId, lastId, isFirst]);

  const leafUnder = (target: EventTarget): FieldSpan | null => {
    const path = target instanceof Element ? target.closest<HTMLElement>('[data-path]')?.dataset.path : undefined;
    return leaves.find((leaf) => leaf.path === path) ?? null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const from = current === undefined ? -1 : (indexOf.get(current.path) ?? -1);
    const next = nextIndex(event.key, from, leaves.length);
    if (next === null) return;
    event.preventDefault();
    const leaf = leaves[next];
    if (leaf !== undefined) onHold(leaf);
  };

  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={t('fields')}
      aria-activedescendant={firstId ?? undefined}
      className={styles.list}
      data-room={room}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const leaf = leafUnder(event.target);
        if (leaf !== null) onHold(leaf);
      }}
      onPointerOver={(event) => {
        if (event.pointerType === 'mouse') onPoint(leafUnder(event.target));
      }}
      onPointerLeave={() => onPoint(null)}
    >
      {parts.map(({ part, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list box.
        <div key={part.path} role="group" aria-label={part.name} className={styles.part}>
          {part.children.length > 0 && <Head span={part} className={styles.head} />}
          {entries.map(({ kind, span, depth }) =>
            kind === 'head' ? (
              <Head key={span.path} span={span} className={styles.subhead} depth={depth} />
            ) : (
              <FieldLine
                key={span.path}
                id={optionId(span.path)}
                span={span}
                depth={depth}
                words={words(span)}
                selected={span.path === current?.path}
                marked={marked.includes(span)}
                open={held.includes(span)}
              />
            ),
          )}
        </div>
      ))}
    </div>
  );
}
