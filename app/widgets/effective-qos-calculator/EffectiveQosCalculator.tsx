// The effective QoS calculator put together: from two levels and two lines of mosquitto.conf to what really arrives, what it costs, and the proof on the broker.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CalculatorFrame } from '../../calculator/CalculatorFrame.tsx';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Fields } from './Fields.tsx';
import { formulasOf, headerBytes, SYMBOLS } from './formulas.ts';
import { HopTable } from './HopTable.tsx';
import { asQos, KNOBS, type Level, type QosValues } from './knobs.ts';
import { Proof } from './Proof.tsx';
import { ReckonedPairs } from './ReckonedPairs.tsx';
import { lossCurves, type Reckoning, reckon, withHeaders } from './reckoning.ts';
import { brokerConf, pairTable, programs } from './taken.ts';
import { useFigures } from './useFigures.ts';

/** The chart's end, unless the learner's own loss lies beyond. */
const CHART_LOSS = 0.5;

const SOURCES = ['rule', 'granted', 'publisher', 'maxQos', 'duplicates', 'conf'] as const;
const LEFT_OUT = ['bridges', 'sessions', 'tcp', 'several', 'properties'] as const;

export default function EffectiveQosCalculator() {
  const t = useTranslations('effectiveQosCalculator');
  const { number, percent } = useFigures();
  const experiment = useExperiment<QosValues>(KNOBS);
  const { values } = experiment;
  const reckoned = useMemo(() => reckon(values), [values]);
  const headline = useHeadline(reckoned, values);
  const { own, hops } = reckoned;
  const total = hops[1] === null ? null : withHeaders(hops[0]) + withHeaders(hops[1]);
  const taken = own.outcome !== null;
  return (
    <CalculatorFrame
      experiment={experiment}
      inputs={<Fields experiment={experiment} />}
      headline={headline}
      notices={<Notices reckoned={reckoned} values={values} />}
      figures={[
        { key: 'granted', head: t('figure.granted'), value: t('level', { qos: own.agreement.grantedQos }) },
        {
          key: 'passedOn',
          head: t('figure.passedOn'),
          value: own.agreement.passedOnQos === null ? t('figure.none') : t('level', { qos: own.agreement.passedOnQos }),
          marked: true,
        },
        { key: 'copies', head: t('figure.copies'), value: number(own.outcome?.copies ?? 0) },
        { key: 'arrives', head: t('figure.arrives'), value: percent(own.outcome?.atLeastOnce ?? 0) },
        ...(total === null ? [] : [{ key: 'bytes', head: t('figure.bytes'), value: t('figure.amount', { bytes: Math.round(total) }) }]),
      ]}
      chart={<LossChart reckoned={reckoned} lossRatio={values.lossRatio} />}
      more={
        <>
          <HopTable reckoned={reckoned} lossRatio={values.lossRatio} />
          <ReckonedPairs reckoned={reckoned} />
        </>
      }
      formulas={formulasOf(reckoned, {
        lossRatio: values.lossRatio,
        topicBytes: values.topicName.length,
        payloadBytes: values.payloadBytes,
        number,
      }).map((part) => ({ ...part, label: t(`formula.${part.key}`) }))}
      symbols={[
        { key: 'p', symbol: SYMBOLS.p, meaning: t('symbol.p'), value: number(values.lossRatio) },
        { key: 'q', symbol: SYMBOLS.q, meaning: t('symbol.q'), value: number(1 - values.lossRatio) },
        ...(taken
          ? [
              {
                key: 'H',
                symbol: SYMBOLS.H,
                meaning: t('symbol.H'),
                value: t('figure.amount', { bytes: headerBytes(reckoned, values.topicName.length, values.payloadBytes) }),
              },
            ]
          : []),
        { key: 'T', symbol: SYMBOLS.T, meaning: t('symbol.T'), value: t('figure.amount', { bytes: values.topicName.length }) },
        { key: 'L', symbol: SYMBOLS.L, meaning: t('symbol.L'), value: t('figure.amount', { bytes: values.payloadBytes }) },
      ]}
      proof={<Proof values={values} />}
      takeAlong={{
        name: 'effective-qos',
        sentence: headline,
        table: pairTable(
          reckoned,
          (key) => t(`table.${key}`),
          (published, subscribed) => reckon({ ...values, published: String(published) as Level, subscribed: String(subscribed) as Level }),
        ),
        conf: brokerConf(values, headline, (key) => t(`conf.${key}`)),
        programs: programs(values, headline),
      }}
      sources={SOURCES.map((key) => t(`source.${key}`))}
      leftOut={LEFT_OUT.map((key) => t(`leftOut.${key}`))}
    />
  );
}

function useHeadline({ own }: Reckoning, values: QosValues): string {
  const t = useTranslations('effectiveQosCalculator.headline');
  const { number, percent } = useFigures();
  const { passedOnQos, canBeLost, canComeTwice } = own.agreement;
  if (passedOnQos === null || own.outcome === null)
    return t('refused', {
      published: own.published,
      maxQos: asQos(values.maxQos),
      version: values.protocolVersion === '5.0' ? 'five' : 'three',
    });
  const promise = canBeLost ? (canComeTwice ? 'both' : 'lost') : canComeTwice ? 'twice' : 'once';
  const level = t('level', { published: own.published, subscribed: own.subscribed, passedOn: passedOnQos });
  const chance =
    values.lossRatio === 0 || promise === 'once'
      ? ''
      : t('chance', {
          loss: percent(values.lossRatio),
          count: Math.round(own.outcome.copies * 10_000) / 10_000,
          copies: number(own.outcome.copies),
          share: percent(own.outcome.atLeastOnce),
        });
  return [level, t(`promise.${promise}`), chance].filter((part) => part !== '').join(' ');
}

function Notices({ reckoned: { own }, values }: { readonly reckoned: Reckoning; readonly values: QosValues }) {
  const t = useTranslations('effectiveQosCalculator.notice');
  const { accepted, grantedQos, passedOnQos } = own.agreement;
  const raised = passedOnQos !== null && passedOnQos > own.published;
  return (
    <>
      {!accepted && <Notice kind="problem">{t(values.protocolVersion === '5.0' ? 'refusedFive' : 'refusedThree')}</Notice>}
      {grantedQos < own.subscribed && <Notice>{t('granted', { subscribed: own.subscribed, granted: grantedQos })}</Notice>}
      {raised && <Notice>{t('raised', { passedOn: passedOnQos })}</Notice>}
    </>
  );
}

function LossChart({ reckoned: { own }, lossRatio }: { readonly reckoned: Reckoning; readonly lossRatio: number }) {
  const t = useTranslations('effectiveQosCalculator.chart');
  const { number } = useFigures();
  const to = Math.max(CHART_LOSS, lossRatio);
  const curves = useMemo(() => lossCurves(own, lossRatio, to), [own, lossRatio, to]);
  if (curves === null || own.outcome === null) return <Notice>{t('empty')}</Notice>;
  return (
    <CurveChart
      title={t('title')}
      sentence={t('sentence')}
      xAxis={{ label: t('x'), scale: 'linear', from: 0, to }}
      yAxis={{ label: t('y'), scale: 'linear', from: 0, to: Math.max(1.2, ...curves.copies) }}
      xs={curves.xs}
      curves={[
        { key: 'copies', label: t('copies'), tone: 'broker', values: curves.copies },
        { key: 'atLeastOnce', label: t('atLeastOnce'), tone: 'ink', dashed: true, nameIs: 'below', values: curves.atLeastOnce },
      ]}
      own={{ x: lossRatio, y: own.outcome.copies, label: t('own', { copies: number(own.outcome.copies) }) }}
    />
  );
}
