// One message for each pair: the level at which it arrived, how often, its packets on both links, and what the rule says.
import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/classNames.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { LevelName } from './LevelName.tsx';
import styles from './Matrix.module.css';
import { MatrixTable } from './MatrixTable.tsx';
import { breaksRule, levelOf, type Pair } from './pairs.ts';

export interface MatrixProps {
  /** Row by row. */
  readonly pairs: readonly Pair[];
  /** Nothing more will come: what has not arrived is lost. */
  readonly over: boolean;
}

export function Matrix({ pairs, over }: MatrixProps) {
  const t = useTranslations('effectiveQos.matrix');
  return (
    <MatrixTable caption={t('caption')} pairs={pairs}>
      {(pair) => <PairCell key={`${pair.published} ${pair.granted}`} pair={pair} over={over} />}
    </MatrixTable>
  );
}

function PairCell({ pair, over }: { readonly pair: Pair; readonly over: boolean }) {
  const t = useTranslations('effectiveQos.matrix');
  const level = levelOf(pair);
  const count = pair.arrivals.length;
  const lost = level === null && over;
  const differs = breaksRule(pair);
  return (
    <td className={classNames(styles.cell, lost && styles.lostCell, differs && styles.differs)}>
      <div className={styles.arrived}>{level === null ? lost ? <Cross /> : t('notYet') : <LevelName qos={level} />}</div>
      {(lost || count > 0) && <div className={lost ? styles.lost : count > 1 ? styles.repeated : undefined}>{t('times', { count })}</div>}
      {pair.packets.publisher > 0 && <div className={styles.small}>{t('packets', pair.packets)}</div>}
      <div className={styles.small}>
        {t('rule', { rule: pair.rule })}
        {differs && (
          <>
            <b aria-hidden="true"> ≠</b>
            <VisuallyHidden> {t('differs')}</VisuallyHidden>
          </>
        )}
      </div>
    </td>
  );
}

function Cross() {
  return (
    <svg className={styles.cross} viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
      <path d="M-4 -4 4 4M4 -4 -4 4" />
    </svg>
  );
}
