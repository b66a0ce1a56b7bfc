// mosquitto.conf as plain text with numbered lines; the refused line is marked. A textarea: every keyboard, screen reader and phone knows it, Tab leaves it.
import { type RefObject, useId } from 'react';
import { useTranslations } from 'use-intl';
import { MOST_CONFIG_CHARACTERS } from '#simulations';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './ConfEditor.module.css';

export interface ConfEditorProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The line of the caret, 1 for the first. */
  readonly onLine: (line: number) => void;
  readonly caretLine: number;
  /** `null`: nothing is refused, or the line is not known. */
  readonly refusedLine: number | null;
  /** Lines with a remark. */
  readonly remarkedLines: readonly number[];
  readonly isRefused: boolean;
  /** The text waits for the broker's answer. */
  readonly isAsking: boolean;
  /** Id of the element with the broker's word. */
  readonly wordId: string;
}

/** Room to type below the last line. */
const LEAST_LINES = 8;

export function lineOfCaret({ value, selectionEnd }: Pick<HTMLTextAreaElement, 'value' | 'selectionEnd'>): number {
  return value.slice(0, selectionEnd).split('\n').length;
}

export function ConfEditor(props: ConfEditorProps) {
  const { field, value, onChange, onLine, caretLine, refusedLine, remarkedLines, isRefused, isAsking, wordId } = props;
  const t = useTranslations('conf.editor');
  const id = useId();
  const count = Math.max(LEAST_LINES, value.split('\n').length + 1);
  const lines = value.split('\n').length;
  return (
    <div className={styles.editor}>
      <div className={styles.head}>
        <label htmlFor={id}>{t('label')}</label>
        <span aria-hidden="true">{isAsking && t('asking')}</span>
      </div>
      {value.length >= MOST_CONFIG_CHARACTERS && <Notice announce="polite">{t('full', { most: MOST_CONFIG_CHARACTERS })}</Notice>}
      <div className={styles.box}>
        <div className={styles.sheet}>
          <ol className={styles.lines} aria-hidden="true">
            {Array.from({ length: count }, (_, at) => at + 1).map((line) => (
              <li
                key={line}
                className={classNames(
                  styles.line,
                  line > lines && styles.beyond,
                  line === caretLine && styles.here,
                  line === refusedLine && styles.refused,
                )}
              >
                <span className={styles.number}>
                  {line === refusedLine ? <Icon name="problem" /> : remarkedLines.includes(line) ? <Icon name="info" /> : null}
                  {line}
                </span>
              </li>
            ))}
          </ol>
          <textarea
            id={id}
            ref={field}
            className={styles.field}
            rows={count}
            maxLength={MOST_CONFIG_CHARACTERS}
            wrap="off"
            spellCheck={false}
            autoCapitalize="none"
            autoCorrect="off"
            autoComplete="off"
            value={value}
            aria-invalid={isRefused}
            aria-describedby={wordId}
            {...(isRefused ? { 'aria-errormessage': wordId } : {})}
            onChange={(event) => {
              onChange(event.currentTarget.value);
              onLine(lineOfCaret(event.currentTarget));
            }}
            onSelect={(event) => onLine(lineOfCaret(event.currentTarget))}
          />
        </div>
      </div>
    </div>
  );
}
