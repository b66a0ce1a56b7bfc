// Many messages for each pair on lossy links: copies given to the reader and messages that never came, each beside what the closed form expects.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { classNames } from '../../ui/classNames.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type Chance, expectedOf, isWithin, missingOf } from './chances.ts';
import styles from './Matrix.module.css';
import { MatrixTable } from './MatrixTable.tsx';

/** Less than this is nothing at the precision that is shown. */
const LEAST_SCATTER = 0.05;

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
      <div>{t('copies', { count: chance.copies })}</div>
      <Form>{expected.scatter < LEAST_SCATTER ? one(expected.copies) : `${one(expected.copies)} ± ${one(expected.scatter)}`}</Form>
      {over && (
        <>
          <div className={missing > 0 ? styles.missing : undefined}>{t('missing', { count: missing })}</div>
          <Form>{one(expected.missing)}</Form>
        </>
      )}
    </td>
  );
}

/** What the form expects, in grey below what came out; who does not see the grey is told. */
function Form({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('effectiveQos.chance');
  return (
    <div className={styles.form}>
      <VisuallyHidden>{t('form')} </VisuallyHidden>
      {children}
    </div>
  );
}
