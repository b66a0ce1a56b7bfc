// The queue memory calculator: what a fleet's queues and sessions take of the broker's memory, by the course, by measurements, and on the broker in the page.
import { useCallback, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type FleetMemory, fleetMemory, type MemoryConstants, type RestScenario } from '#simulations';
import { CalculatorFrame, type ResultFigure } from '../../calculator/CalculatorFrame.tsx';
import { writeBinaryBytes, writeBothBytes, writeDecimalBytes } from '../../calculator/writeBothBytes.ts';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { writeNumber } from '../../calculator/writeQuantity.ts';
import { MeasurePanel } from '../../fleet/MeasurePanel.tsx';
import { measurableFleet } from '../../fleet/measurableFleet.ts';
import { useExperiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { formulasOf, SYMBOLS } from './formulas.ts';
import { constantsOf, courseMemory, fieldsOf, KNOBS, type QueueMemoryValues, scenarioOf, settingOf } from './knobs.ts';
import { MemoryChart } from './MemoryChart.tsx';
import { MemoryInputs } from './MemoryInputs.tsx';
import { Presets } from './Presets.tsx';
import { useTakeAlong } from './useTakeAlong.ts';

const SOURCES_CITED = ['course', 'native', 'page', 'limits', 'expiry'] as const;
const LEFT_OUT = ['rounding', 'rss', 'sockets', 'levels', 'disk'] as const;

export default function QueueMemory() {
  const t = useTranslations('queueMemory');
  const experiment = useExperiment<QueueMemoryValues>(KNOBS);
  const { values, set } = experiment;
  const constants = useMemo(() => constantsOf(values), [values]);
  const memory = useMemo(() => fleetMemory(settingOf(values), constants), [values, constants]);
  const headline = useHeadline(values, memory);
  const scenario = useMemo(() => measurableFleet(values.devices, (devices) => scenarioOf(values, devices)), [values]);
  const formulaFor = useCallback(
    ({ sessions }: RestScenario) => fleetMemory({ ...settingOf(values), devices: sessions.devices }, constants),
    [values, constants],
  );
  return (
    <CalculatorFrame
      experiment={experiment}
      inputs={<MemoryInputs experiment={experiment} />}
      headline={headline}
      notices={<Notices values={values} memory={memory} />}
      figures={useFigures(values, memory)}
      besideHead={t('figures.beside')}
      chart={<MemoryChart values={values} constants={constants} memory={memory} />}
      more={<Presets onTake={set} />}
      {...useFormulas(values, memory, constants)}
      proof={
        <MeasurePanel
          name="queue-memory"
          scenario={scenario}
          devices={values.devices}
          formulaFor={formulaFor}
          constants={constants}
          onRecalibrate={(measured) => set(fieldsOf(measured))}
        />
      }
      takeAlong={useTakeAlong(values, memory, headline)}
      sources={SOURCES_CITED.map((key) => t(`sources.${key}`))}
      leftOut={LEFT_OUT.map((key) => t(`leftOut.${key}`))}
    />
  );
}

function useHeadline({ devices, away }: QueueMemoryValues, { bytes, kept, dropped, sessionsLeft }: FleetMemory): string {
  const t = useTranslations('queueMemory.headline');
  const told = { devices, away: writeDuration(away), decimal: writeDecimalBytes(bytes), binary: writeBinaryBytes(bytes), kept, dropped };
  if (sessionsLeft === 0) return t('ended', told);
  return `${t('takes', told)} ${t(dropped > 0 ? 'dropped' : 'kept', told)}`;
}

function Notices({ values, memory }: { readonly values: QueueMemoryValues; readonly memory: FleetMemory }) {
  const t = useTranslations('queueMemory.notices');
  const { kept, keptIfFreed, delivered, came, dropped } = memory;
  return (
    <>
      {values.rate === 0 && <Notice>{t('noRate')}</Notice>}
      {dropped > 0 && <Notice kind="problem">{t('dropped', { dropped, came })}</Notice>}
      {values.messageExpiry > 0 && delivered < kept && (
        <Notice kind="problem">{t('expiry', { kept, freed: keptIfFreed, delivered })}</Notice>
      )}
      {values.limit === 0 && <Notice>{t('noLimit')}</Notice>}
    </>
  );
}

function useFigures(values: QueueMemoryValues, memory: FleetMemory): readonly ResultFigure[] {
  const t = useTranslations('queueMemory.figures');
  const format = useFormatter();
  const course = courseMemory(settingOf(values));
  const { came, kept, dropped, delivered, sessionBytes, subscriptionBytes, messageBytes, bytes, bytesPerDevice } = memory;
  const number = (value: number) => format.number(value);
  return [
    { key: 'came', head: t('came'), value: number(came) },
    { key: 'kept', head: t('kept'), value: number(kept), marked: kept < came },
    { key: 'dropped', head: t('dropped'), value: number(dropped), marked: dropped > 0 },
    { key: 'delivered', head: t('delivered'), value: number(delivered), marked: delivered < kept },
    { key: 'device', head: t('device'), value: writeBothBytes(bytesPerDevice), beside: writeBothBytes(course.bytesPerDevice) },
    { key: 'messages', head: t('messages'), value: writeBothBytes(messageBytes), beside: writeBothBytes(course.messageBytes) },
    { key: 'sessions', head: t('sessions'), value: writeBothBytes(sessionBytes + subscriptionBytes), beside: t('notCounted') },
    { key: 'fleet', head: t('fleet'), value: writeBothBytes(bytes), beside: writeBothBytes(course.bytes) },
  ];
}

function useFormulas(values: QueueMemoryValues, memory: FleetMemory, constants: MemoryConstants) {
  const t = useTranslations('queueMemory');
  const shared = values.sharing === 'shared';
  const short = (value: number) => writeNumber(Number(value.toPrecision(5)));
  const numbers = formulasOf(
    { shared, countsSubscriptions: memory.subscriptionBytes > 0 },
    {
      devices: writeNumber(values.devices),
      rate: `${short(values.rate)}/s`,
      away: `${writeNumber(values.away)} s`,
      came: writeNumber(memory.came),
      kept: writeNumber(memory.kept),
      limit: values.limit === 0 ? '∞' : writeNumber(values.limit),
      message: `${short(constants.ownMessage)} B`,
      payload: `${writeNumber(values.payload)} B`,
      topic: `${writeNumber(values.topic)} B`,
      messageBytes: `${writeNumber(memory.messageBytes)} B`,
    },
  );
  const symbol = (key: keyof typeof SYMBOLS, value: string) => ({ key, symbol: SYMBOLS[key], meaning: t(`symbols.${key}`), value });
  return {
    formulas: (['came', 'kept', 'messages', 'sessions'] as const).map((key) => ({ key, label: t(`formulas.${key}`), ...numbers[key] })),
    symbols: [
      symbol('r', `${short(values.rate)}/s`),
      symbol('t', `${writeNumber(values.away)} s`),
      symbol('n', writeNumber(memory.came)),
      symbol('L', values.limit === 0 ? '∞' : writeNumber(values.limit)),
      symbol('k', writeNumber(memory.kept)),
      symbol('D', writeNumber(values.devices)),
      symbol('P', `${writeNumber(values.payload)} B`),
      symbol('T', `${writeNumber(values.topic)} B`),
      ...(shared
        ? [symbol('c', `${short(constants.copy)} B`), symbol('d', `${short(constants.sharedMessage)} B`)]
        : [symbol('o', `${short(constants.ownMessage)} B`)]),
      symbol('s', `${short(constants.session)} B`),
      symbol('f', `${short(constants.firstSubscription)} B`),
      symbol('u', `${short(constants.subscription)} B`),
      symbol('v', writeNumber(values.subscriptions)),
    ],
  };
}
