// A list of lines with their instants, up to the playhead: filtered by text and by who says it, copied as it stands, at its end unless it is being read.
// What the broker's log and the serial monitor have in common; what the lines are and how they are called comes from there.
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Microseconds } from '#simulations';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { filtered, namedLines, type TimedLine } from './lineFilter.ts';
import styles from './TimedLines.module.css';
import { useVirtualTime } from './useVirtualTime.ts';
import { MOST_LINES } from './viewWindow.ts';

/** A list scrolled up by more than this is being read: new lines must not pull it down. Pixels. */
const NEAR_END = 40;

/** One of the ways to narrow the list. */
export interface LineChoice {
  readonly value: string;
  readonly label: string;
  readonly takes: (from: string) => boolean;
}

export interface TimedLinesProps {
  /** Oldest first; `null` before a run. */
  readonly lines: readonly TimedLine[] | null;
  /** Ways to narrow the list by who says a line, the first of which takes every line; fewer than two are not shown. */
  readonly choices: { readonly label: string; readonly options: readonly LineChoice[] };
  /** Each line says whose it is. */
  readonly namesSpeaker: boolean;
  readonly words: {
    /** Name of the list. */
    readonly lines: string;
    readonly empty: string;
    readonly silent: string;
  };
}

interface LineProps {
  readonly line: TimedLine;
  readonly namesSpeaker: boolean;
  /** Said at the newest instant. */
  readonly now: boolean;
  /** The very last line. */
  readonly current: boolean;
  readonly write: (instant: Microseconds) => string;
}

const Line = memo(function Line({ line, namesSpeaker, now, current, write }: LineProps) {
  return (
    <li className={styles.line} data-now={now || undefined} aria-current={current ? 'step' : undefined}>
      <time>{write(line.at)}</time> {namesSpeaker && <b>{line.from} </b>}
      <span>{line.text}</span>
    </li>
  );
});

export function TimedLines({ lines, choices, namesSpeaker, words }: TimedLinesProps) {
  const t = useTranslations('bench.lines');
  const write = useVirtualTime();
  const id = useId();
  const box = useRef<HTMLOListElement>(null);
  const follows = useRef(true);
  /** The reader has moved the list since it was last put to its end: only then does scrolling mean that it is being read. */
  const moved = useRef(false);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  // A choice that a newer run does not offer falls back to all.
  const choice = choices.options.find(({ value }) => value === chosen) ?? choices.options[0];
  const takes = choice?.takes ?? everybody;
  const named = useMemo(() => namedLines(lines ?? []), [lines]);
  const shown = useMemo(() => filtered(named, { takes, text }), [named, takes, text]);
  const newest = lines?.at(-1)?.at;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines stand there.
  useEffect(() => {
    const element = box.current;
    if (element === null || !follows.current) return;
    moved.current = false;
    element.scrollTop = element.scrollHeight;
  }, [shown]);

  const startMoving = () => {
    moved.current = true;
  };

  const copy = () => {
    const whole = shown.map(({ line }) => `${write(line.at)}  ${namesSpeaker ? `${line.from}  ` : ''}${line.text}`).join('\n');
    const writing = navigator.clipboard?.writeText(whole) ?? Promise.reject(new Error('no clipboard here'));
    writing.then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  };

  if (lines === null) return <p className={styles.empty}>{words.empty}</p>;
  return (
    <div className={styles.room}>
      <div className={styles.tools}>
        {choices.options.length > 1 && (
          <span className={classNames(styles.tool, styles.narrowing)}>
            <label htmlFor={`${id}from`}>{choices.label}</label>
            <select id={`${id}from`} className={styles.choice} value={choice?.value} onChange={(event) => setChosen(event.target.value)}>
              {choices.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </span>
        )}
        <span className={styles.tool}>
          <label htmlFor={`${id}text`}>{t('filter')}</label>
          <input
            id={`${id}text`}
            type="search"
            className={styles.filter}
            value={text}
            onChange={(event) => setText(event.target.value)}
            spellCheck={false}
          />
        </span>
        <Button kind="quiet" onClick={copy} disabled={shown.length === 0}>
          {t('copy')}
        </Button>
        <output className={styles.copied}>{copied === 'no' ? '' : t(`copied.${copied}`)}</output>
      </div>
      {lines.length >= MOST_LINES && <p className={styles.cut}>{t('cut', { count: MOST_LINES })}</p>}
      {shown.length === 0 ? (
        <p className={styles.empty}>
          {lines.length === 0
            ? words.silent
            : t('noMatch', { by: text.trim() === '' ? 'kind' : choice === choices.options[0] ? 'text' : 'both', text: text.trim() })}
        </p>
      ) : (
        <ol
          ref={box}
          className={styles.lines}
          aria-label={words.lines}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
          tabIndex={0}
          onWheel={startMoving}
          onTouchMove={startMoving}
          onPointerDown={startMoving}
          onKeyDown={startMoving}
          onScroll={({ currentTarget: list }) => {
            if (moved.current) follows.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
          }}
        >
          {shown.map(({ key, line }, index) => (
            <Line
              key={key}
              line={line}
              namesSpeaker={namesSpeaker}
              now={line.at === newest}
              current={index === shown.length - 1}
              write={write}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

function everybody(): boolean {
  return true;
}
