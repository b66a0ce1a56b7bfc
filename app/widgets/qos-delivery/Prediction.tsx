// A guess before the run, for whoever likes to make one; answered by the run.
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import styles from './Prediction.module.css';
import { type DuplicateRange, duplicateRanges, isWithin } from './prediction.ts';
import { useQuantity } from './useQuantity.ts';

export interface PredictionProps {
  readonly messages: number;
  /** Index of the range that was chosen; `null`: no guess. */
  readonly guess: number | null;
  readonly onGuess: (guess: number) => void;
  /** Duplicates that the run of this setting made, once it has been watched; `null` before. */
  readonly duplicates: number | null;
  /** Duplicates to be expected; `null` where no closed form tells. */
  readonly expected: number | null;
  /** Goes to the end of the run, where the answer is; `null`: there is no run of this setting yet. */
  readonly onShowAnswer: (() => void) | null;
}

const COUNT = { unit: null, decimals: 1 } as const;

export function Prediction({ messages, guess, onGuess, duplicates, expected, onShowAnswer }: PredictionProps) {
  const t = useTranslations('qosDelivery.prediction');
  const quantity = useQuantity();
  const ranges = duplicateRanges(messages);
  const name = ({ low, high }: DuplicateRange) => {
    if (high === null) return t('more', { low });
    if (high === 0) return t('none');
    return high === low ? t('one', { low }) : t('range', { low, high });
  };
  const chosen = guess === null ? undefined : ranges[guess];
  const answer = () => {
    if (chosen === undefined) return null;
    const range = name(chosen);
    if (duplicates === null) return t('waiting', { range });
    const said = isWithin(chosen, duplicates) ? t('right', { range, duplicates }) : t('wrong', { range, duplicates });
    return expected === null ? said : `${said} ${t('expected', { mean: quantity(COUNT, expected) })}`;
  };
  return (
    <div className={styles.prediction}>
      <p className={styles.question}>{t.rich('question', { messages, b: (text) => <b>{text}</b> })}</p>
      <SegmentedControl
        label={t('legend')}
        hideLabel
        options={ranges.map((range, index) => ({ value: index, label: name(range) }))}
        value={guess}
        onChange={onGuess}
      />
      <p className={styles.answer} aria-live="polite">
        {answer()}
      </p>
      {chosen !== undefined && duplicates === null && onShowAnswer !== null && (
        <Button kind="quiet" onClick={onShowAnswer}>
          {t('showAnswer')}
        </Button>
      )}
    </div>
  );
}
