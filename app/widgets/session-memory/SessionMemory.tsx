// The session memory calculator: the course's example worked by its own figures, by measurements, and on the broker in the page.
import { useCallback, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { confText } from '#content';
import { type FleetMemory, fleetMemory, IN_PAGE_MEMORY, NATIVE_MEMORY, type RestScenario } from '#simulations';
import { CalculatorFrame, type ResultFigure } from '../../calculator/CalculatorFrame.tsx';
import { QuantityField } from '../../calculator/QuantityField.tsx';
import type { Dimension } from '../../calculator/quantity.ts';
import type { TakeAlongContent } from '../../calculator/TakeAlong.tsx';
import { writeBothBytes, writeDecimalBytes } from '../../calculator/writeBothBytes.ts';
import { writeNumber } from '../../calculator/writeQuantity.ts';
import { MeasurePanel } from '../../fleet/MeasurePanel.tsx';
import { measurableFleet } from '../../fleet/measurableFleet.ts';
import { type Experiment, useExperiment } from '../../state/experiment.ts';
import { equals, inBrackets, mi, mn, plus, row, times } from '../../ui/mathml.ts';
import { Notice } from '../../ui/Notice.tsx';
import { KNOBS, type SessionMemoryValues, scenarioOf, settingOf, statedConstants } from './knobs.ts';
import { PartsChart } from './PartsChart.tsx';

const SOURCES_CITED = ['course', 'native', 'page'] as const;
const LEFT_OUT = ['connected', 'others', 'rounding'] as const;
const FIELDS: readonly (readonly [keyof SessionMemoryValues, Dimension])[] = [
  ['devices', 'count'],
  ['subscriptions', 'count'],
  ['messages', 'count'],
  ['payload', 'bytes'],
  ['session', 'bytes'],
  ['message', 'bytes'],
];
/** What the course states for its own example. Bytes. */
const STATED = 50_000_000;

export interface Reckonings {
  readonly stated: FleetMemory;
  readonly native: FleetMemory;
  readonly page: FleetMemory;
}

export default function SessionMemory() {
  const t = useTranslations('sessionMemory');
  const experiment = useExperiment<SessionMemoryValues>(KNOBS);
  const { values, set } = experiment;
  const reckonings = useMemo<Reckonings>(() => {
    const setting = settingOf(values);
    return {
      stated: fleetMemory(setting, statedConstants(values)),
      native: fleetMemory(setting, NATIVE_MEMORY),
      page: fleetMemory(setting, IN_PAGE_MEMORY),
    };
  }, [values]);
  const headline = t('headline', {
    devices: values.devices,
    subscriptions: values.subscriptions,
    messages: values.messages,
    stated: writeDecimalBytes(reckonings.stated.bytes),
    native: writeDecimalBytes(reckonings.native.bytes),
  });
  const scenario = useMemo(() => measurableFleet(values.devices, (devices) => scenarioOf(values, devices)), [values]);
  const formulaFor = useCallback(
    ({ sessions }: RestScenario) => fleetMemory({ ...settingOf(values), devices: sessions.devices }, IN_PAGE_MEMORY),
    [values],
  );
  return (
    <CalculatorFrame
      experiment={experiment}
      inputs={<Inputs experiment={experiment} />}
      headline={headline}
      notices={<Notice>{t('stated', { stated: writeDecimalBytes(STATED) })}</Notice>}
      figures={useFigures(reckonings)}
      valueHead={t('figures.own')}
      besideHead={t('figures.measured')}
      chart={<PartsChart reckonings={reckonings} />}
      {...useFormulas(values, reckonings)}
      proof={
        <MeasurePanel
          name="session-memory"
          scenario={scenario}
          devices={values.devices}
          formulaFor={formulaFor}
          constants={IN_PAGE_MEMORY}
          onRecalibrate={({ session, subscription, ownMessage }) =>
            set({ session: Math.round(session + values.subscriptions * subscription), message: Math.round(ownMessage + values.payload) })
          }
        />
      }
      takeAlong={useTakeAlong(values, reckonings, headline)}
      sources={SOURCES_CITED.map((key) => t(`sources.${key}`))}
      leftOut={LEFT_OUT.map((key) => t(`leftOut.${key}`))}
    />
  );
}

function Inputs({ experiment: { values, corrections, set } }: { readonly experiment: Experiment<SessionMemoryValues> }) {
  const t = useTranslations('sessionMemory.inputs');
  return FIELDS.map(([name, dimension]) => (
    <QuantityField
      key={name}
      label={t(name)}
      knob={KNOBS[name]}
      dimension={dimension}
      value={values[name]}
      corrections={corrections}
      onChange={(value) => set({ [name]: value })}
      slider={name === 'devices'}
    />
  ));
}

function useFigures({ stated, native }: Reckonings): readonly ResultFigure[] {
  const t = useTranslations('sessionMemory.figures');
  const figure = (key: 'device' | 'sessions' | 'messages' | 'fleet', of: (memory: FleetMemory) => number): ResultFigure => ({
    key,
    head: t(key),
    value: writeBothBytes(of(stated)),
    beside: writeBothBytes(of(native)),
  });
  return [
    figure('device', ({ bytesPerDevice }) => bytesPerDevice),
    figure('sessions', ({ sessionBytes, subscriptionBytes }) => sessionBytes + subscriptionBytes),
    figure('messages', ({ messageBytes }) => messageBytes),
    figure('fleet', ({ bytes }) => bytes),
  ];
}

function useFormulas(values: SessionMemoryValues, { stated, native }: Reckonings) {
  const t = useTranslations('sessionMemory');
  const [D, S, q, m, s, v, u, o, P] = ['D', 'S', 'q', 'm', 's', 'v', 'u', 'o', 'P'].map((symbol) => mi(symbol));
  const number = (value: number) => mn(writeNumber(value));
  const { session, firstSubscription, ownMessage } = NATIVE_MEMORY;
  return {
    formulas: [
      {
        key: 'stated',
        label: t('formulas.stated'),
        symbols: row(D, times, inBrackets(S, plus, q, times, m)),
        numbers: row(
          number(values.devices),
          times,
          inBrackets(number(values.session), plus, number(values.messages), times, number(values.message)),
          equals,
          number(stated.bytes),
        ),
      },
      {
        key: 'native',
        label: t('formulas.native'),
        symbols: row(D, times, inBrackets(s, plus, v, times, u, plus, q, times, inBrackets(o, plus, P))),
        numbers: row(
          number(values.devices),
          times,
          inBrackets(
            number(session),
            plus,
            number(values.subscriptions),
            times,
            number(firstSubscription),
            plus,
            number(values.messages),
            times,
            inBrackets(number(ownMessage), plus, number(values.payload)),
          ),
          equals,
          number(native.bytes),
        ),
      },
    ],
    symbols: [
      { key: 'D', symbol: D, meaning: t('symbols.D'), value: writeNumber(values.devices) },
      { key: 'S', symbol: S, meaning: t('symbols.S'), value: `${writeNumber(values.session)} B` },
      { key: 'q', symbol: q, meaning: t('symbols.q'), value: writeNumber(values.messages) },
      { key: 'm', symbol: m, meaning: t('symbols.m'), value: `${writeNumber(values.message)} B` },
      { key: 's', symbol: s, meaning: t('symbols.s'), value: `${session} B` },
      { key: 'v', symbol: v, meaning: t('symbols.v'), value: writeNumber(values.subscriptions) },
      { key: 'u', symbol: u, meaning: t('symbols.u'), value: `${firstSubscription} B` },
      { key: 'o', symbol: o, meaning: t('symbols.o'), value: `${ownMessage} B` },
      { key: 'P', symbol: P, meaning: t('symbols.P'), value: `${writeNumber(values.payload)} B` },
    ],
  };
}

function useTakeAlong(values: SessionMemoryValues, { stated, native, page }: Reckonings, headline: string): TakeAlongContent {
  const t = useTranslations('sessionMemory.takeAlong');
  const format = useFormatter();
  return useMemo(
    () => ({
      name: 'session-memory',
      sentence: headline,
      table: {
        columns: [
          { key: 'source', head: t('source') },
          { key: 'sessions', head: t('sessions'), unit: 'B' },
          { key: 'messages', head: t('messages'), unit: 'B' },
          { key: 'all', head: t('all'), unit: 'B' },
        ],
        rows: (
          [
            ['stated', stated],
            ['native', native],
            ['page', page],
          ] as const
        ).map(([key, memory]) => [t(`sources.${key}`), memory.sessionBytes + memory.subscriptionBytes, memory.messageBytes, memory.bytes]),
      },
      conf: confText(headline, [
        { key: 'listener', value: 1883, why: t('conf.listener') },
        {
          key: 'max_queued_messages',
          value: Math.max(1, Math.round(values.messages)),
          why: t('conf.limit', { messages: format.number(values.messages) }),
        },
        { key: 'persistent_client_expiration', value: '7d', why: t('conf.expiration') },
      ]),
      programs: [],
    }),
    [values, stated, native, page, headline, t, format],
  );
}
