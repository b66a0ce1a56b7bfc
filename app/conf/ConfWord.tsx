// What the broker says to the text, what that means, what it leaves unsaid, and which configuration runs use meanwhile. One live region, which speaks when an answer has
// come, not with every letter.
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ConfRemark, refusalMeans } from '#content';
import type { ConfigAnswer } from '#simulations';
import { Notice } from '../ui/Notice.tsx';
import styles from './ConfWord.module.css';
import type { Conf } from './useConf.ts';

export interface ConfWordProps {
  readonly conf: Conf;
  readonly remarks: readonly ConfRemark[];
  readonly id: string;
}

type Refused = Extract<ConfigAnswer, { readonly ok: false }>;

export function ConfWord({ conf, remarks, id }: ConfWordProps) {
  const t = useTranslations('conf.word');
  const { answer, isAsking, isUnasked, isEdited } = conf;
  const [told, setTold] = useState(remarks);
  useEffect(() => {
    if (!isAsking) setTold(remarks);
  }, [isAsking, remarks]);
  return (
    <div className={styles.word}>
      <div id={id} role="status">
        {!isEdited && <p className={styles.plain}>{t('own')}</p>}
        {isEdited && isUnasked && <Notice kind="problem">{t('unasked')}</Notice>}
        {isEdited && answer?.ok === true && <Accepted warnings={answer.warnings} />}
        {isEdited && answer?.ok === false && <RefusedWord conf={conf} answer={answer} />}
        {told.length > 0 && <Remarks remarks={told} />}
      </div>
    </div>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly ConfRemark[] }) {
  const t = useTranslations('conf.key');
  return (
    <Notice>
      <ul className={styles.remarks}>
        {remarks.map(({ line, text }) => (
          <li key={`${line} ${text}`}>{line === null ? text : t('remark', { line, text })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Accepted({ warnings }: { readonly warnings: readonly string[] }) {
  const t = useTranslations('conf.word');
  return (
    <>
      <p className={styles.plain}>{t('accepted')}</p>
      {warnings.length > 0 && (
        <Notice>
          <p className={styles.lead}>{t('warnings', { count: warnings.length })}</p>
          {warnings.map((warning) => (
            <code key={warning} className={styles.said}>
              {warning}
            </code>
          ))}
        </Notice>
      )}
    </>
  );
}

function RefusedWord({ conf, answer }: { readonly conf: Conf; readonly answer: Refused }) {
  const t = useTranslations('conf.word');
  const { by, line, lineNamed, message } = answer;
  const means = by === 'broker' ? refusalMeans(conf.text, answer) : null;
  const where = line === null ? 'nowhere' : lineNamed ? 'named' : 'meant';
  return (
    <Notice kind="problem" title={t(by === 'broker' ? 'refused' : 'notAsked', { line: line ?? 0, where })}>
      {by === 'broker' ? <code className={styles.said}>{message}</code> : <p>{message}</p>}
      {means !== null && <p className={styles.means}>{means}</p>}
      {where === 'meant' && by === 'broker' && <p className={styles.means}>{t('concluded', { line: line ?? 0 })}</p>}
      <p className={styles.means}>{t(conf.inUse === conf.own ? 'ownInUse' : 'lastInUse')}</p>
    </Notice>
  );
}
