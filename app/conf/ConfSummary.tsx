// The broker's configuration in a line or two, among a lab's knobs: how it differs from the lab's own, whether the broker takes it, and the way to its editor.
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { confDifference } from '#content';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './ConfSummary.module.css';
import type { Conf } from './useConf.ts';

export interface ConfSummaryProps {
  readonly conf: Conf;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** More are counted. */
const MOST_LINES = 3;

export function ConfSummary({ conf, isOpen, onToggle, button }: ConfSummaryProps) {
  const t = useTranslations('conf.summary');
  const { own, inUse, isEdited, answer, ownBefore, addressProblem } = conf;
  const { added, removed, reordered } = confDifference(own, inUse);
  const lines = [...added.map((line) => `+\u00a0${line}`), ...removed.map((line) => `−\u00a0${line}`)];
  const refused = isEdited && answer !== null && !answer.ok;
  return (
    <section className={styles.summary} aria-label={t('title')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('title')}</h3>
        <Button ref={button} kind="quiet" className={styles.open} aria-expanded={isOpen} onClick={onToggle}>
          {t(isOpen ? 'close' : 'open')}
        </Button>
      </div>
      {lines.length === 0 ? (
        <p className={styles.words}>{t(reordered ? 'reordered' : inUse === own ? 'own' : 'comments')}</p>
      ) : (
        <>
          <p className={styles.words}>{t('differs')}</p>
          <ul className={styles.lines}>
            {lines.slice(0, MOST_LINES).map((line) => (
              <li key={line}>
                <code>{line}</code>
              </li>
            ))}
          </ul>
          {lines.length > MOST_LINES && <p className={styles.words}>{t('more', { count: lines.length - MOST_LINES })}</p>}
        </>
      )}
      {refused && <Notice kind="problem">{t(inUse === own ? 'refusedOwn' : 'refusedLast', { line: answer.line ?? 0 })}</Notice>}
      {ownBefore !== null && (
        <Notice
          announce="polite"
          actions={
            <Button kind="quiet" onClick={conf.backToOwn}>
              {t('backToOwn')}
            </Button>
          }
        >
          {t('ownChanged')}
        </Notice>
      )}
      {addressProblem !== null && <Notice announce="polite">{t(addressProblem)}</Notice>}
    </section>
  );
}
