// The broker's own log, word for word, up to the playhead. It can be filtered and copied; nothing is added to its lines but the virtual time.
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BrokerLogged, Microseconds } from '#simulations';
import type { RunView } from '#simulations/worker';
import { Button } from '../ui/Button.tsx';
import styles from './BrokerLog.module.css';
import { useVirtualTime } from './useVirtualTime.ts';

/** A list scrolled up by more than this is being read: new lines must not pull it down. Pixels. */
const NEAR_END = 40;

interface Line {
  readonly key: string;
  readonly logged: BrokerLogged;
}

/** Lines with a name that each keeps while the window of lines moves on. */
export function namedLines(log: readonly BrokerLogged[]): readonly Line[] {
  const seen = new Map<string, number>();
  return log.map((logged) => {
    const name = `${logged.at} ${logged.text}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return { key: `${name} ${times}`, logged };
  });
}

interface LogLineProps {
  readonly logged: BrokerLogged;
  /** Logged at the newest instant. */
  readonly now: boolean;
  /** The very last line. */
  readonly current: boolean;
  readonly write: (instant: Microseconds) => string;
}

const LogLine = memo(function LogLine({ logged, now, current, write }: LogLineProps) {
  return (
    <li className={styles.line} data-now={now || undefined} aria-current={current ? 'step' : undefined}>
      <time>{write(logged.at)}</time> <span>{logged.text}</span>
    </li>
  );
});

export interface BrokerLogProps {
  /** `null` before a run. */
  readonly view: RunView | null;
}

export function BrokerLog({ view }: BrokerLogProps) {
  const log = view?.log ?? null;
  const t = useTranslations('bench.log');
  const write = useVirtualTime();
  const id = useId();
  const box = useRef<HTMLOListElement>(null);
  const follows = useRef(true);
  /** The reader has moved the list since it was last put to its end: only then does scrolling mean that it is being read. */
  const moved = useRef(false);
  const [filter, setFilter] = useState('');
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const wanted = filter.trim().toLowerCase();
  const lines = useMemo(() => namedLines(log ?? []).filter(({ logged }) => logged.text.toLowerCase().includes(wanted)), [log, wanted]);
  const newest = log?.at(-1)?.at;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines stand there.
  useEffect(() => {
    const element = box.current;
    if (element === null || !follows.current) return;
    moved.current = false;
    element.scrollTop = element.scrollHeight;
  }, [lines]);

  const startMoving = () => {
    moved.current = true;
  };

  const copy = () => {
    const text = lines.map(({ logged }) => `${write(logged.at)}  ${logged.text}`).join('\n');
    const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard here'));
    writing.then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  };

  if (log === null) return <p className={styles.empty}>{t('empty')}</p>;
  return (
    <div className={styles.log}>
      <div className={styles.tools}>
        <label htmlFor={id} className={styles.label}>
          {t('filter')}
        </label>
        <input
          id={id}
          type="search"
          className={styles.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          spellCheck={false}
        />
        <Button kind="quiet" onClick={copy} disabled={lines.length === 0}>
          {t('copy')}
        </Button>
        <output className={styles.copied}>{copied === 'no' ? '' : t(`copied.${copied}`)}</output>
      </div>
      {lines.length === 0 ? (
        <p className={styles.empty}>{log.length === 0 ? t('silent') : t('noMatch', { filter: filter.trim() })}</p>
      ) : (
        <ol
          ref={box}
          className={styles.lines}
          aria-label={t('lines')}
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
          {lines.map(({ key, logged }, index) => (
            <LogLine key={key} logged={logged} now={logged.at === newest} current={index === lines.length - 1} write={write} />
          ))}
        </ol>
      )}
    </div>
  );
}
