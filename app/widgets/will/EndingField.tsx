// How the device's connection ends: too many ways, and too long in words, for one row.
import { useTranslations } from 'use-intl';
import type { WillEnding } from '#simulations';
import { useAddressWord } from '../../lab/knobFields.tsx';
import { useTellKnob } from '../../lab/knobsOnScreen.ts';
import type { Correction } from '../../state/knobs.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RadioList } from '../../ui/RadioList.tsx';
import { ENDINGS, KNOBS } from './knobs.ts';

export interface EndingFieldProps {
  readonly value: WillEnding;
  readonly corrections: readonly Correction[];
  readonly onChange: (ending: WillEnding) => void;
}

export function EndingField({ value, corrections, onChange }: EndingFieldProps) {
  const t = useTranslations('will.knobs');
  const { parameter } = KNOBS.ending;
  const word = useAddressWord(corrections)(parameter);
  const options = ENDINGS.map((ending) => ({ value: ending, label: t(`endings.${ending}`) }));
  useTellKnob({ parameter, label: t('ending'), unit: null, options });
  return (
    <>
      <RadioList<WillEnding> legend={t('ending')} options={options} value={value} onChange={onChange} />
      {word !== undefined && <Notice announce="polite">{word}</Notice>}
    </>
  );
}
