// Many messages for each pair on lossy links: copies given to the reader and messages that never came, each beside what the closed form expects.
import { useFormatter, useTranslations } from 'use-intl';
import { classNames } from '../../ui/classNames.ts';
import { type Chance, expectedOf, isWithin, missingOf } from './chances.ts';
import styles from './Matrix.module.css';
import { MatrixTable } from './MatrixTable.tsx';

export interface ChanceMatrixProps {
  /** Row by row. */
  readonly chances: readonly Chance[];
  /** Nothing more will come: now it can be held against the form. */
  readonly over: boolean;
}

export function ChanceMatrix({ chances, over }: ChanceMatrixProps) {
  const t = useTranslations('effectiveQos.chance');
  return (
    <MatrixTable caption={t('caption')} pairs={chances}>
      {(chance) => <ChanceCell key={`${chance.published} ${chance.granted}`} chance={chance} over={over} />}
    </MatrixTable>
  );
}

function ChanceCell({ chance, over }: { readonly chance: Chance; readonly over: boolean }) {
  const t = useTranslations('effectiveQos.chance');
  const format = useFormatter();
  const expected = expectedOf(chance);
  const missing = missingOf(chance);
  const beyond = over && !isWithin(chance);
  const one = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return (
    <td className={classNames(styles.cell, beyond && styles.differs)}>
      <div className={chance.copies > chance.different ? styles.repeated : undefined}>{t('copies', { count: chance.copies })}</div>
      <div className={styles.small}>{t('form', { copies: one(expected.copies), scatter: one(expected.scatter) })}</div>
      {over && (
        <>
          <div className={missing > 0 ? styles.lost : undefined}>{t('missing', { count: missing })}</div>
          <div className={styles.small}>{t('formMissing', { missing: one(expected.missing) })}</div>
        </>
      )}
    </td>
  );
}
