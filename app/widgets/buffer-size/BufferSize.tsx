// The buffer calculator: how much room a device's readings need for an outage, where there is so much, what is lost without it, and the same outage on the bench.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { bufferCode } from '#content';
import { entriesOfRecord, FLASH_ENDURANCE_CYCLES, FLASH_PARTITION_SECTORS, recordsPerYear } from '#simulations';
import { CalculatorFrame, type ResultFigure } from '../../calculator/CalculatorFrame.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { writeNumber } from '../../calculator/writeQuantity.ts';
import { useExperiment } from '../../state/experiment.ts';
import { BufferChart } from './BufferChart.tsx';
import { BufferCode } from './BufferCode.tsx';
import { BufferInputs } from './BufferInputs.tsx';
import { BufferNotices } from './BufferNotices.tsx';
import { BufferProof } from './BufferProof.tsx';
import { formulasOf, SYMBOLS } from './formulas.ts';
import { type BufferValues, KNOBS } from './knobs.ts';
import { Presets } from './Presets.tsx';
import { bufferOf, type Reckoning, reckon } from './reckoning.ts';
import { useTakeAlong } from './useTakeAlong.ts';
import { writeBytes } from './writeBytes.ts';

const SOURCES_CITED = ['alignment', 'memory', 'rtc', 'nvs', 'endurance', 'library'] as const;
const LEFT_OUT = ['lengths', 'stack', 'library', 'entries', 'unacknowledged'] as const;
const YEAR_SECONDS = 365 * 86_400;

export default function BufferSize() {
  const t = useTranslations('bufferSize');
  const experiment = useExperiment<BufferValues>(KNOBS);
  const { values } = experiment;
  const reckoning = useMemo(() => reckon(values), [values]);
  const headline = useHeadline(values, reckoning);
  const code = useMemo(() => bufferCode({ purpose: headline, record: values, buffer: bufferOf(values) }), [values, headline]);
  return (
    <CalculatorFrame
      experiment={experiment}
      inputs={<BufferInputs experiment={experiment} />}
      headline={headline}
      notices={<BufferNotices values={values} reckoning={reckoning} />}
      figures={useFigures(values, reckoning)}
      besideHead={t('figures.beside')}
      chart={<BufferChart values={values} reckoning={reckoning} />}
      more={
        <>
          <BufferCode layout={reckoning.layout} code={code} />
          <Presets values={values} onTake={experiment.set} />
        </>
      }
      {...useFormulas(values, reckoning)}
      proof={<BufferProof values={values} />}
      takeAlong={useTakeAlong(values, reckoning, headline)}
      sources={SOURCES_CITED.map((key) => t(`sources.${key}`))}
      leftOut={LEFT_OUT.map((key) => t(`leftOut.${key}`))}
    />
  );
}

function useHeadline({ outage, slots, place }: BufferValues, { readings, bytesForAll, lost, fit }: Reckoning): string {
  const t = useTranslations('bufferSize.headline');
  const told = {
    outage: writeDuration(outage),
    readings,
    needed: writeBytes(bytesForAll),
    slots,
    lost,
    place: t(`places.${place}`),
  };
  return `${t('needs', told)} ${t(!fit.fits ? 'noRoom' : lost > 0 ? 'loses' : 'holds', told)}`;
}

function useFigures({ slots, place }: BufferValues, reckoning: Reckoning): readonly ResultFigure[] {
  const t = useTranslations('bufferSize.figures');
  const format = useFormatter();
  const { layout, readings, bytesForAll, fit, fitForAll, held, lost, lasts, drain, flash, unnoticed } = reckoning;
  const bytes = (amount: number) => t('ofBytes', { amount });
  const fits = (['rtc', 'ram', 'flash'] as const).filter((where) => fitForAll[where]).map((where) => t(`places.${where}`));
  return [
    { key: 'record', head: t('record'), value: bytes(layout.bytes), beside: t('ofPadding', { padding: layout.padding }) },
    { key: 'readings', head: t('readings'), value: format.number(readings) },
    {
      key: 'bytesForAll',
      head: t('bytesForAll'),
      value: bytes(bytesForAll),
      beside: fits.length === 0 ? t('fitsNowhere') : t('fitsIn', { places: fits.join(', ') }),
    },
    {
      key: 'bytes',
      head: t('bytesOfSlots', { slots }),
      value: bytes(fit.neededBytes),
      beside: t('available', { place: t(`places.${place}`), amount: fit.availableBytes }),
      marked: !fit.fits,
    },
    { key: 'lasts', head: t('lastsOfSlots', { slots }), value: writeDuration(lasts) },
    { key: 'lost', head: t('lost'), value: format.number(lost), beside: t('held', { held }), marked: lost > 0 },
    { key: 'drain', head: t('drain'), value: drain === null ? t('never') : writeDuration(drain), marked: drain === null },
    { key: 'unnoticed', head: t('unnoticed'), value: format.number(unnoticed, { maximumSignificantDigits: 2 }), beside: t('notInBuffer') },
    ...(flash === null ? [] : [{ key: 'flash', head: t('flash'), value: writeDuration(flash * YEAR_SECONDS) }]),
  ];
}

function useFormulas(values: BufferValues, { layout, readings, bytesForAll, lost, held, drain, flash }: Reckoning) {
  const t = useTranslations('bufferSize');
  const { rate, outage, slots, drainRate, whenFull, outagesPerYear } = values;
  const short = (value: number) => writeNumber(Number(value.toPrecision(4)));
  const records = recordsPerYear(readings, slots, whenFull, outagesPerYear);
  const entries = entriesOfRecord(layout.bytes);
  const made = formulasOf({
    rate: `${short(rate)}/s`,
    outage: `${writeNumber(outage)} s`,
    readings: writeNumber(readings),
    record: `${writeNumber(layout.bytes)} B`,
    bytes: `${writeNumber(bytesForAll)} B`,
    slots: writeNumber(slots),
    lost: writeNumber(lost),
    held: writeNumber(held),
    drainRate: `${short(drainRate)}/s`,
    // With one or none there is nothing to wait for.
    drain: drain === null || held < 1 ? null : `${short(drain)} s`,
    cycles: writeNumber(FLASH_ENDURANCE_CYCLES),
    sectors: writeNumber(FLASH_PARTITION_SECTORS),
    entries: writeNumber(entries),
    records: writeNumber(records),
    years: flash === null || !Number.isFinite(flash) ? null : t('ofYears', { years: short(flash) }),
  });
  const keys = ['readings', 'bytes', 'lost', 'drain', 'flash'] as const;
  const shown = keys.filter((key) => key !== 'flash' || flash !== null);
  const symbol = (key: 'r' | 't' | 'N' | 'b' | 'S' | 'H' | 'd' | 'P' | 'c' | 'e' | 'w', value: string) => ({
    key,
    symbol: SYMBOLS[key],
    meaning: t(`symbols.${key}`),
    value,
  });
  return {
    formulas: shown.map((key) => ({ key, label: t(`formulas.${key}`), ...made[key] })),
    symbols: [
      symbol('r', `${short(rate)}/s`),
      symbol('t', `${writeNumber(outage)} s`),
      symbol('N', writeNumber(readings)),
      symbol('b', `${writeNumber(layout.bytes)} B`),
      symbol('S', writeNumber(slots)),
      symbol('H', writeNumber(held)),
      symbol('d', `${short(drainRate)}/s`),
      ...(flash === null
        ? []
        : [
            symbol('P', writeNumber(FLASH_PARTITION_SECTORS)),
            symbol('c', writeNumber(FLASH_ENDURANCE_CYCLES)),
            symbol('e', writeNumber(entries)),
            symbol('w', writeNumber(records)),
          ]),
    ],
  };
}
