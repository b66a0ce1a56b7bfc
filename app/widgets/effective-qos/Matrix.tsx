// The figure of the lab: nine pairs in a table, each with the level at which its message arrived, how often, its packets on both links, and what the rule says.
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { QOS_LEVELS, type QoS } from '#simulations';
import { classNames } from '../../ui/classNames.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { LevelName } from './LevelName.tsx';
import styles from './Matrix.module.css';
import { breaksRule, levelOf, type Pair } from './pairs.ts';

export interface MatrixProps {
  /** Row by row. */
  readonly pairs: readonly Pair[];
  /** Nothing more will come: what has not arrived is lost. */
  readonly over: boolean;
}

export function Matrix({ pairs, over }: MatrixProps) {
  const t = useTranslations('effectiveQos.matrix');
  const caption = useId();
  const row = (published: QoS) => pairs.filter((pair) => pair.published === published);
  return (
    <table className={styles.matrix} aria-labelledby={caption}>
      <caption>
        <VisuallyHidden>
          <span id={caption}>{t('caption')}</span>
        </VisuallyHidden>
      </caption>
      <colgroup>
        <col className={styles.heads} />
      </colgroup>
      <thead>
        <tr>
          <td />
          <th scope="colgroup" colSpan={QOS_LEVELS.length} className={styles.axis}>
            {t('read')}
          </th>
        </tr>
        <tr>
          <th scope="col" className={styles.axis}>
            {t('published')}
          </th>
          {row(0).map(({ granted }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one column for each reader, in their order.
            <th key={place} scope="col">
              <LevelName qos={granted} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {QOS_LEVELS.map((published) => (
          <tr key={published}>
            <th scope="row">
              <LevelName qos={published} />
            </th>
            {row(published).map((pair, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one cell for each reader, in their order.
              <PairCell key={place} pair={pair} over={over} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
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
