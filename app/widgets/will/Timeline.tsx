// The timeline, from top to bottom: a full mark for what was measured, a ring for what the rule says.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { classNames } from '../../ui/classNames.ts';
import { type Moment, RULES } from './moments.ts';
import styles from './Timeline.module.css';

export interface TimelineProps {
  readonly moments: readonly Moment[];
  /** How the connection ended, in a few words. */
  readonly ended: ReactNode;
  /** Stands last, without an instant: what never came. */
  readonly never: ReactNode;
}

export function Timeline({ moments, ended, never }: TimelineProps) {
  const t = useTranslations('will.timeline');
  const format = useFormatter();
  const seconds = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const off = (late: number | null): string | null =>
    late === null ? null : t('off', { side: late < 0 ? 'before' : 'after', late: seconds(Math.abs(late)) });
  const text = (moment: Moment): ReactNode => {
    const at = seconds(moment.at);
    switch (moment.kind) {
      case 'ended':
        return ended;
      case 'lastPacket':
        return t('lastPacket', { type: moment.type });
      case 'patience':
        return t('patience', { from: seconds(moment.from), keepAlive: moment.keepAlive, at });
      case 'delay':
        return t('delay', { from: seconds(moment.from), delay: moment.delay, expiry: moment.expiry, at });
      case 'closed':
        return (
          <>
            {t('closed', { how: moment.how })} <code>{moment.line}</code> {off(moment.late)}
          </>
        );
      case 'published':
        return (
          <>
            <b>{t('published')}</b> {off(moment.late)}
          </>
        );
      case 'told':
        return t('told', { qos: moment.qos });
      default:
        return t(moment.kind);
    }
  };
  return (
    <ol className={styles.timeline}>
      {moments.map((moment) => (
        <li
          key={moment.kind}
          className={classNames(styles.moment, RULES.has(moment.kind) && styles.rule, moment.kind === 'published' && styles.will)}
        >
          <span className={styles.at}>{t('at', { seconds: seconds(moment.at) })}</span>
          <span className={styles.text}>{text(moment)}</span>
        </li>
      ))}
      {never !== null && (
        <li className={classNames(styles.moment, styles.never)}>
          <span className={styles.at}>–</span>
          <span className={styles.text}>{never}</span>
        </li>
      )}
    </ol>
  );
}
