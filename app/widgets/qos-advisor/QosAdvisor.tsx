// The QoS advisor put together: questions, recommendation with reasons, price of each level, alternative, use cases, and the proof on the broker.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { adviseQos, type Promised, paceOf, promisedBy } from '#content';
import { CalculatorFrame } from '../../calculator/CalculatorFrame.tsx';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { equals, fraction, inBrackets, mi, mn, plus, power, row, subscript, times } from '../../ui/mathml.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Cases } from './Cases.tsx';
import { Costs } from './Costs.tsx';
import { CHART_LOSS, costCurves, costsOf, lossOf } from './costs.ts';
import { type AdvisorValues, KNOBS } from './knobs.ts';
import { LevelName } from './LevelName.tsx';
import { Proof } from './Proof.tsx';
import { Questions } from './Questions.tsx';
import { Reasons } from './Reasons.tsx';
import { brokerConf, costTable, programs } from './taken.ts';
import { useFigures } from './useFigures.ts';

const SOURCES = ['standard', 'broker', 'energy', 'littlesLaw'] as const;
const LEFT_OUT = ['sessions', 'tcp', 'otherBrokers', 'security', 'energy'] as const;

function promiseKey({ canBeLost, canComeTwice }: Promised): 'once' | 'twice' | 'lost' | 'both' {
  if (canBeLost) return canComeTwice ? 'both' : 'lost';
  return canComeTwice ? 'twice' : 'once';
}

export default function QosAdvisor() {
  const t = useTranslations('qosAdvisor');
  const { number, milliseconds } = useFigures();
  const experiment = useExperiment<AdvisorValues>(KNOBS);
  const { values } = experiment;
  const facts = useMemo(() => ({ ...values, pace: paceOf(values.perSecond, values.roundTripSeconds) }), [values]);
  const advice = useMemo(() => adviseQos(facts), [facts]);
  const costs = useMemo(() => costsOf(values), [values]);
  const { rule, needs } = advice;
  const qos = rule.recommends;
  const own = costs[qos];
  const headline = [t('headline.take', { qos }), rule.reason, needs.length > 0 ? t('headline.needs', { needs: needs.length }) : '']
    .filter((part) => part !== '')
    .join(' ');
  const sentence = [headline, ...needs.map(({ text }) => text), t('headline.instead', { text: rule.instead.text })].join(' ');
  return (
    <CalculatorFrame
      experiment={experiment}
      inputs={<Questions experiment={experiment} />}
      headline={headline}
      notices={needs.length > 0 && <Notice kind="problem">{t('notice.needs', { qos, needs: needs.length })}</Notice>}
      figures={[
        { key: 'level', head: t('figure.level'), value: <LevelName qos={qos} />, marked: true },
        { key: 'now', head: t('figure.now'), value: t(`promise.${promiseKey(promisedBy(qos, facts))}`) },
        { key: 'packets', head: t('figure.packets'), value: number(own?.packets ?? 0) },
        { key: 'passedOn', head: t('figure.passedOn'), value: milliseconds(own?.passedOnMs ?? 0) },
      ]}
      chart={<CostChart values={values} qos={qos} packets={own?.packets ?? 0} />}
      more={
        <>
          <Reasons advice={advice} costs={costs} />
          <Costs costs={costs} recommended={qos} values={values} />
          <Cases values={values} onChoose={experiment.set} />
        </>
      }
      formulas={formulas.map(({ key, symbols }) => ({ key, symbols, label: t(`formula.${key}`) }))}
      symbols={[
        { key: 'p', symbol: mi('p'), meaning: t('symbol.p'), value: number(lossOf(values)) },
        { key: 'q', symbol: mi('q'), meaning: t('symbol.q'), value: number(1 - lossOf(values)) },
        { key: 'r', symbol: mi('r'), meaning: t('symbol.r'), value: t('unit.perSecond', { amount: number(values.perSecond) }) },
        { key: 'RTT', symbol: mi('RTT'), meaning: t('symbol.RTT'), value: milliseconds(values.roundTripSeconds * 1_000) },
      ]}
      proof={<Proof values={values} qos={qos} />}
      takeAlong={{
        name: 'qos-advice',
        sentence,
        table: costTable(costs, (key) => t(`table.${key}`)),
        conf: brokerConf(values, qos, headline, (key) => t(`conf.${key}`)),
        programs: programs(values, qos, headline),
      }}
      sources={[rule.source, ...SOURCES.map((key) => t(`source.${key}`))]}
      leftOut={LEFT_OUT.map((key) => t(`leftOut.${key}`))}
    />
  );
}

const q = mi('q');
const packetsAt = (level: number) => subscript(mi('n'), mn(String(level)));
const sent = fraction(inBrackets(mn('1'), plus, q), power(q, mn('2')));

const formulas = [
  { key: 'zero', symbols: row(packetsAt(0), equals, mn('1')) },
  { key: 'one', symbols: row(packetsAt(1), equals, sent) },
  { key: 'two', symbols: row(packetsAt(2), equals, mn('2'), times, sent) },
  { key: 'underWay', symbols: row(mi('W'), equals, mi('r'), times, mn('2'), times, mi('RTT')) },
] as const;

function CostChart({ values, qos, packets }: { readonly values: AdvisorValues; readonly qos: 0 | 1 | 2; readonly packets: number }) {
  const t = useTranslations('qosAdvisor.chart');
  const { number } = useFigures();
  const { xs, packets: curves } = useMemo(() => costCurves(values), [values]);
  const tones = ['q0', 'q1', 'q2'] as const;
  return (
    <CurveChart
      title={t('title')}
      sentence={t('sentence')}
      xAxis={{ label: t('x'), scale: 'linear', from: 0, to: CHART_LOSS }}
      yAxis={{ label: t('y'), scale: 'linear', from: 0, to: 10 }}
      xs={xs}
      curves={curves.map((own, level) => ({
        key: `q${level}`,
        label: t('level', { level }),
        tone: tones[level] ?? 'ink',
        values: own,
      }))}
      own={{ x: lossOf(values), y: packets, label: t('own', { qos, packets: number(packets) }) }}
    />
  );
}
