// Twenty worked use cases: one press answers all questions.
import { useTranslations } from 'use-intl';
import { QOS_USE_CASES, type QosUseCase } from '#content';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Advice.module.css';
import { type AdvisorValues, KNOBS, QUESTIONS } from './knobs.ts';
import { LevelName } from './LevelName.tsx';

export interface CasesProps {
  readonly values: AdvisorValues;
  readonly onChoose: (values: AdvisorValues) => void;
}

function valuesOf({ answers, perSecond, roundTripSeconds, payloadBytes }: QosUseCase): AdvisorValues {
  const digits = KNOBS.perSecond.significantDigits;
  return { ...answers, perSecond: Number(perSecond.toPrecision(digits)), roundTripSeconds, payloadBytes };
}

function isSame(one: AdvisorValues, other: AdvisorValues): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(a, b);
  return (
    QUESTIONS.every((name) => one[name] === other[name]) &&
    near(one.perSecond, other.perSecond) &&
    near(one.roundTripSeconds, other.roundTripSeconds) &&
    one.payloadBytes === other.payloadBytes
  );
}

export function Cases({ values, onChoose }: CasesProps) {
  const t = useTranslations('qosAdvisor.cases');
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <ul className={styles.cases}>
        {QOS_USE_CASES.map((useCase) => {
          const own = valuesOf(useCase);
          return (
            <li key={useCase.key}>
              <button type="button" className={styles.case} aria-pressed={isSame(values, own)} onClick={() => onChoose(own)}>
                <b>{useCase.title}</b>
                <span className={styles.source}>{useCase.story}</span>
                <LevelName qos={useCase.expected.qos} />
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
