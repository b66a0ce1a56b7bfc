// The session advisor: a table of roles and a list of questions that are one state, the advice with its reasons, and the same story run twice on the real broker.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CalculatorFrame } from '../../calculator/CalculatorFrame.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { writeNumber } from '../../calculator/writeQuantity.ts';
import { useExperiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { formulasOf, SYMBOLS } from './formulas.ts';
import { type AdvisorValues, KNOBS } from './knobs.ts';
import { MemoryChart } from './MemoryChart.tsx';
import { Questions } from './Questions.tsx';
import { Otherwise, Reasons } from './Reasons.tsx';
import { RolesTable } from './RolesTable.tsx';
import { type Reckoned, reckon, valuesOf } from './reckoning.ts';
import styles from './SessionAdvisor.module.css';
import { TwoRuns } from './TwoRuns.tsx';
import { figuresOf, useAdviceLines } from './useFigures.ts';
import { useTakeAlong } from './useTakeAlong.ts';

const SOURCES = ['session', 'expiry', 'takeOver', 'conf', 'memory'] as const;
const LEFT_OUT = ['keepAlive', 'security', 'bytes', 'shared', 'library'] as const;

export default function SessionAdvisor() {
  const t = useTranslations('sessionAdvisor');
  const experiment = useExperiment<AdvisorValues>(KNOBS);
  const { values, set } = experiment;
  const reckoned = useMemo(() => reckon(values), [values]);
  const headline = useHeadline(reckoned);
  const lines = useAdviceLines(reckoned);
  return (
    <div className={styles.page}>
      <RolesTable reckoned={reckoned} onChoose={(role) => set(valuesOf(role))} />
      <CalculatorFrame
        experiment={experiment}
        inputs={<Questions experiment={experiment} />}
        headline={headline}
        notices={<Notices reckoned={reckoned} />}
        figures={figuresOf(lines)}
        valueHead="MQTT 3.1.1"
        besideHead="MQTT 5.0"
        chart={<MemoryChart reckoned={reckoned} />}
        more={
          <>
            <Reasons rules={reckoned.advice.rules} />
            <Otherwise mistakes={reckoned.mistakes} />
          </>
        }
        {...useFormulas(reckoned)}
        proof={<TwoRuns reckoned={reckoned} onMistake={(mistake) => set({ mistake })} />}
        takeAlong={useTakeAlong(reckoned, headline, lines)}
        sources={SOURCES.map((key) => t(`sources.${key}`))}
        leftOut={LEFT_OUT.map((key) => t(`leftOut.${key}`))}
      />
    </div>
  );
}

function useHeadline({ advice, room }: Reckoned): string {
  const t = useTranslations('sessionAdvisor.headline');
  const id = t(`ids.${advice.clientId}`);
  if (room === null) return t('clean', { id });
  const kept = { id, expiry: writeDuration(room.expirySeconds), messages: writeNumber(room.queuedMessages) };
  return advice.queue ? t('keptWithQueue', kept) : t('kept', kept);
}

function Notices({ reckoned: { advice, room } }: { readonly reckoned: Reckoned }) {
  const t = useTranslations('sessionAdvisor.notices');
  return (
    <>
      {advice.queue && room?.isCut === true && (
        <Notice kind="problem" announce="polite">
          {t('cut', { messages: writeNumber(room.queuedMessages) })}
        </Notice>
      )}
      {advice.cautions.length > 0 && (
        <Notice title={t('cautions')}>
          <ul className={styles.cautions}>
            {advice.cautions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function useFormulas({ advice, room, amounts }: Reckoned) {
  const t = useTranslations('sessionAdvisor');
  const absences = advice.absences === 0 ? 1 : advice.absences;
  const numbers = formulasOf({
    away: writeNumber(amounts.awaySeconds),
    absences: String(absences),
    expiry: writeNumber(room?.expirySeconds ?? 0),
    rate: writeNumber(amounts.messagesPerHour),
    queued: writeNumber(room?.queuedMessages ?? 0),
    payload: writeNumber(amounts.payloadBytes),
    bytes: writeNumber(room?.fullBytes ?? 0),
  });
  const filled = (key: keyof typeof numbers, told: boolean) => ({
    key,
    label: t(`formulas.${key}`),
    symbols: numbers[key].symbols,
    // Without a kept session there is nothing to put in.
    ...(told ? { numbers: numbers[key].numbers } : {}),
  });
  const queued = room !== null && advice.queue && !room.isCut;
  return {
    formulas: [filled('expiry', room !== null), filled('queue', queued), filled('memory', queued)],
    symbols: [
      { key: 'A', symbol: SYMBOLS.A, meaning: t('symbols.A'), value: `${writeNumber(amounts.awaySeconds)} s` },
      { key: 'k', symbol: SYMBOLS.k, meaning: t('symbols.k'), value: String(absences) },
      { key: 'r', symbol: SYMBOLS.r, meaning: t('symbols.r'), value: writeNumber(amounts.messagesPerHour) },
      { key: 'p', symbol: SYMBOLS.p, meaning: t('symbols.p'), value: `${writeNumber(amounts.payloadBytes)} B` },
    ],
  };
}
