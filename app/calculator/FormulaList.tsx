// The formulas of a calculator in MathML: each in symbols and with the learner's numbers put in, and what the symbols stand for.
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { formula, type Maths } from '../ui/mathml.ts';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import styles from './FormulaList.module.css';

export interface FormulaLine {
  readonly key: string;
  /** What it gives: `Chance of a collision`. */
  readonly label: string;
  /** Built with `app/ui/mathml.ts`, without the `math` element around it. */
  readonly symbols: Maths;
  /** The same with the numbers as they stand and the result; `undefined` where it would say nothing more. */
  readonly numbers?: Maths;
}

export interface SymbolLine {
  readonly symbol: Maths;
  readonly key: string;
  readonly meaning: string;
  /** With its unit, as it stands. */
  readonly value: string;
}

export interface FormulaListProps {
  readonly formulas: readonly FormulaLine[];
  readonly symbols: readonly SymbolLine[];
}

export function FormulaList({ formulas, symbols }: FormulaListProps) {
  const id = useId();
  const t = useTranslations('calculator.formula');
  return (
    <>
      <dl className={styles.formulas}>
        {formulas.map(({ key, label, symbols: inSymbols, numbers }) => (
          <div key={key}>
            <dt id={`${id}${key}`}>{label}</dt>
            <dd>
              <ScrollBox labelledBy={`${id}${key}`}>{formula(inSymbols)}</ScrollBox>
            </dd>
            {numbers !== undefined && (
              <dd className={styles.numbers}>
                <ScrollBox labelledBy={`${id}${key}`}>{formula(numbers)}</ScrollBox>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <dl className={styles.symbols} aria-label={t('symbols')}>
        {symbols.map(({ key, symbol, meaning, value }) => (
          <div key={key}>
            <dt>{formula(symbol)}</dt>
            <dd>
              {meaning}: <strong>{value}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
