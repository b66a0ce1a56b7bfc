// The keep-alive calculator: how long a link can be dead before the broker and the device notice, what the pings cost that find out, and a cable pulled on the real broker.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { brokerPatience, habitsOf, willWaitsSeconds } from '#simulations';
import { CalculatorFrame, type ResultFigure } from '../../calculator/CalculatorFrame.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { writeNumber } from '../../calculator/writeQuantity.ts';
import { useExperiment } from '../../state/experiment.ts';
import { Panel } from '../../ui/Panel.tsx';
import { formulasOf, SYMBOLS } from './formulas.ts';
import { CostChart, NoticeChart } from './KeepAliveCharts.tsx';
import { KeepAliveInputs } from './KeepAliveInputs.tsx';
import { KeepAliveNotices } from './KeepAliveNotices.tsx';
import { KeepAliveProof } from './KeepAliveProof.tsx';
import { type KeepAliveValues, KNOBS } from './knobs.ts';
import { Presets } from './Presets.tsx';
import { type Reckoning, reckon } from './reckoning.ts';
import { useTakeAlong } from './useTakeAlong.ts';

const SOURCES_CITED = ['standard', 'broker', 'libraries', 'headers', 'currents', 'nat'] as const;
const LEFT_OUT = ['off', 'tcp', 'wifi', 'tls', 'power', 'serverKeepAlive'] as const;

export default function KeepAlive() {
  const t = useTranslations('keepAlive');
  const experiment = useExperiment<KeepAliveValues>(KNOBS);
  const { values } = experiment;
  const reckoning = useMemo(() => reckon(values), [values]);
  const headline = t('headline', {
    keepAlive: writeDuration(values.keepAlive),
    library: habitsOf(values.library).name,
    broker: writeDuration(reckoning.broker.latest),
    device: writeDuration(reckoning.device.latest),
    pings: Math.round(reckoning.pingsPerDay),
  });
  const takeAlong = useTakeAlong(values, reckoning, headline);
  return (
    <CalculatorFrame
      experiment={experiment}
      inputs={<KeepAliveInputs experiment={experiment} />}
      headline={headline}
      notices={<KeepAliveNotices values={values} reckoning={reckoning} />}
      figures={useFigures(values, reckoning)}
      besideHead={t('figures.beside')}
      chart={<NoticeChart values={values} reckoning={reckoning} />}
      more={
        <>
          <Panel label={t('chart.cost')}>
            <CostChart values={values} reckoning={reckoning} />
          </Panel>
          <Presets values={values} onTake={experiment.set} />
        </>
      }
      {...useFormulas(values, reckoning)}
      proof={<KeepAliveProof values={values} />}
      takeAlong={takeAlong}
      sources={SOURCES_CITED.map((key) => t(`sources.${key}`))}
      leftOut={LEFT_OUT.map((key) => t(`leftOut.${key}`))}
    />
  );
}

function useFigures({ forgets }: KeepAliveValues, reckoning: Reckoning): readonly ResultFigure[] {
  const t = useTranslations('keepAlive.figures');
  const format = useFormatter();
  const { broker, device, pingsPerDay, bytesPerDay, pingCharge, stayingCharge, silence, isForgotten, willDelay } = reckoning;
  const span = (earliest: number, latest: number) =>
    earliest === latest
      ? writeDuration(latest)
      : t('span', { earliest: writeDuration(Math.max(0, earliest)), latest: writeDuration(latest) });
  const onAverage = (mean: number) => t('onAverage', { mean: writeDuration(mean) });
  const charge = (amount: number) => t('milliampHours', { amount: format.number(amount, { maximumSignificantDigits: 3 }) });
  return [
    { key: 'broker', head: t('broker'), value: span(broker.earliest, broker.latest), beside: onAverage(broker.mean) },
    { key: 'device', head: t('device'), value: span(device.earliest, device.latest), beside: onAverage(device.mean) },
    {
      key: 'will',
      head: t('will'),
      value: span(reckoning.willEarliest, reckoning.willLatest),
      beside: willDelay > 0 ? t('delayed', { delay: writeDuration(willWaitsSeconds(willDelay)) }) : t('atOnce'),
    },
    {
      key: 'silence',
      head: t('silence'),
      value: writeDuration(silence),
      beside: t('forgets', { forgets: writeDuration(forgets) }),
      marked: isForgotten,
    },
    { key: 'pings', head: t('pings'), value: format.number(pingsPerDay, { maximumFractionDigits: 0 }) },
    {
      key: 'bytes',
      head: t('bytes'),
      value: t('kilobytes', { amount: bytesPerDay / 1_000 }),
      beside: t('perMonth', { amount: (bytesPerDay * 30) / 1e6 }),
    },
    { key: 'charge', head: t('charge'), value: charge(pingCharge), beside: t('share', { share: pingCharge / stayingCharge }) },
    { key: 'staying', head: t('staying'), value: charge(stayingCharge) },
  ];
}

function useFormulas(
  { keepAlive, library }: KeepAliveValues,
  { broker, device, willDelay, willLatest, pingsPerDay, bytesPerDay }: Reckoning,
) {
  const t = useTranslations('keepAlive');
  const { pingAfterShare, pingAnswerShare } = habitsOf(library);
  const seconds = (value: number) => `${writeNumber(Number(value.toPrecision(6)))} s`;
  const made = formulasOf({
    keepAlive: seconds(keepAlive),
    patience: seconds(brokerPatience(keepAlive)),
    brokerLatest: seconds(broker.latest),
    shares: [String(pingAfterShare), String(pingAnswerShare)],
    deviceLatest: seconds(device.latest),
    delay: seconds(willWaitsSeconds(willDelay)),
    willLatest: seconds(willLatest),
    pings: writeNumber(Math.round(pingsPerDay)),
    bytes: `${writeNumber(Math.round(bytesPerDay))} B`,
  });
  const keys = ['broker', 'device', 'will', 'bytes'] as const;
  return {
    formulas: keys.map((key) => ({ key, label: t(`formulas.${key}`), ...made[key] })),
    symbols: [
      { key: 'K', symbol: SYMBOLS.K, meaning: t('symbols.K'), value: seconds(keepAlive) },
      { key: 'p', symbol: SYMBOLS.p, meaning: t('symbols.p'), value: String(pingAfterShare) },
      { key: 'q', symbol: SYMBOLS.q, meaning: t('symbols.q'), value: String(pingAnswerShare) },
      { key: 'W', symbol: SYMBOLS.W, meaning: t('symbols.W'), value: seconds(willWaitsSeconds(willDelay)) },
      { key: 'n', symbol: SYMBOLS.n, meaning: t('symbols.n'), value: writeNumber(Math.round(pingsPerDay)) },
    ],
  };
}
