// How a device comes back: the strategy's numbers, and the faults that programs are met with. The strategy itself is chosen elsewhere, because a widget may have two of them.
import { useTranslations } from 'use-intl';
import type { BackoffKind, Problem } from '#simulations';
import { Knobs } from '../lab/KnobPanel.tsx';
import { knobFields } from '../lab/knobFields.tsx';
import type { Experiment } from '../state/experiment.ts';
import styles from './fields.module.css';
import { BACKOFF_KNOBS, type BackoffValues } from './knobs.ts';
import { Remark } from './Remark.tsx';
import { useOnceTrue } from './useOnceTrue.ts';
import { WideDetails } from './WideDetails.tsx';

/** Of a widget whose values hold more than these. */
export interface FieldsOf<Values> {
  readonly experiment: Pick<Experiment<Values>, 'values' | 'corrections' | 'set'>;
}

export interface BackoffFieldsProps extends FieldsOf<BackoffValues> {
  /** Of the run: those of fields here are said at the field too. */
  readonly problems?: readonly Problem[];
  /** Strategies in use, where there is another one beside the values' own. */
  readonly strategies?: readonly BackoffKind[];
}

const FAULTS = ['firstWait', 'overCap', 'counter'] as const;
const ENDS = ['attempts', 'patience'] as const;

export function BackoffFields({ experiment, problems = [], strategies = [experiment.values.strategy] }: BackoffFieldsProps) {
  const t = useTranslations('fleet');
  const fields = knobFields<BackoffValues>(BACKOFF_KNOBS, experiment, {
    label: (name) => t(`knobs.${name}`),
    option: (name, option) =>
      name === 'strategy' ? t(`strategies.${option as BackoffValues['strategy']}`) : t(`options.${option as BackoffValues['overCap']}`),
  });
  const { values, corrections } = experiment;
  const isCorrected = (name: keyof BackoffValues) => corrections.some(({ parameter }) => parameter === BACKOFF_KNOBS[name].parameter);
  const isNews = (name: keyof BackoffValues) => values[name] !== BACKOFF_KNOBS[name].standard || isCorrected(name);
  const faulty = useOnceTrue(FAULTS.some(isNews));
  const ends = useOnceTrue(ENDS.some(isNews));
  const ofCap = problems.find(({ path }) => path === 'backoff.capMs');
  return (
    <>
      {fields.number('base', { unit: 's', help: t('knobs.baseHelp') })}
      {fields.number('cap', {
        unit: 's',
        help:
          ofCap === undefined ? (
            t('knobs.capHelp')
          ) : (
            <strong className={styles.wrong}>{t('problems.here', { problem: ofCap.problem })}</strong>
          ),
      })}
      {(strategies.includes('additive') || isCorrected('jitter')) && fields.number('jitter', { unit: '%', help: t('knobs.jitterHelp') })}
      <WideDetails summary={t('moreBackoff')} open={ends}>
        <Knobs>
          {fields.number('attempts', { slider: false, help: t('knobs.attemptsHelp') })}
          {fields.number('patience', { unit: 's', slider: false, help: t('knobs.patienceHelp') })}
        </Knobs>
      </WideDetails>
      <WideDetails summary={t('faults')} open={faulty}>
        <Knobs>
          <div>
            {fields.choice('firstWait')}
            <Remark>{t('knobs.firstWaitHelp')}</Remark>
          </div>
          <div>
            {fields.choice('overCap')}
            <Remark>{t('knobs.overCapHelp')}</Remark>
          </div>
          <div>
            {fields.choice('counter')}
            <Remark>{t('knobs.counterHelp')}</Remark>
          </div>
        </Knobs>
      </WideDetails>
    </>
  );
}
