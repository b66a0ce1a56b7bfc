// The client id collision calculator: how likely it is that two devices of a fleet get the same id, how that is reckoned, and a fleet on the real broker that shows it.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CHANCE_OUTCOMES, ID_ALPHABETS } from '#simulations';
import { CalculatorFrame, type ResultFigure } from '../../calculator/CalculatorFrame.tsx';
import { writeNumber } from '../../calculator/writeQuantity.ts';
import { useExperiment } from '../../state/experiment.ts';
import { CollisionChart } from './CollisionChart.tsx';
import { CollisionInputs } from './CollisionInputs.tsx';
import { CollisionNotices } from './CollisionNotices.tsx';
import { CollisionProof } from './CollisionProof.tsx';
import { formulasOf, SYMBOLS } from './formulas.ts';
import { type CollisionValues, KNOBS } from './knobs.ts';
import { type Reckoning, reckon } from './reckoning.ts';
import { Schemes } from './Schemes.tsx';
import { type ChanceWords, useChance } from './useChance.ts';
import { useTakeAlong } from './useTakeAlong.ts';

const SOURCES_CITED = ['standard', 'broker', 'feller', 'random', 'libraries', 'uuid'] as const;
const LEFT_OUT = ['uneven', 'sameStart', 'restart', 'credentials', 'unique'] as const;

export default function Collisions() {
  const t = useTranslations('collisions');
  const experiment = useExperiment<CollisionValues>(KNOBS);
  const { values } = experiment;
  const reckoning = useMemo(() => reckon(values), [values]);
  const words = useChance();
  const headline = useHeadline(values, reckoning, words);
  const takeAlong = useTakeAlong(values, reckoning, headline);
  return (
    <CalculatorFrame
      experiment={experiment}
      inputs={<CollisionInputs experiment={experiment} />}
      headline={headline}
      notices={<CollisionNotices values={values} reckoning={reckoning} />}
      figures={useFigures(values, reckoning, words)}
      besideHead={t('figures.beside')}
      chart={<CollisionChart values={values} reckoning={reckoning} />}
      more={<Schemes devices={values.devices} onTake={experiment.set} />}
      {...useFormulas(values, reckoning, words)}
      proof={<CollisionProof values={values} ids={reckoning.space.ids} />}
      takeAlong={takeAlong}
      sources={SOURCES_CITED.map((key) => t(`sources.${key}`))}
      leftOut={LEFT_OUT.map((key) => t(`leftOut.${key}`))}
    />
  );
}

function useHeadline({ devices, source }: CollisionValues, { chance, space }: Reckoning, words: ChanceWords): string {
  const t = useTranslations('collisions.headline');
  const fleet = { devices, chance: words.chance(chance), ids: words.number(space.ids) };
  if (devices === 1) return t('alone');
  if (source === 'wholeMac') return t('unique', fleet);
  if (space.ids === 1) return t('allSame', fleet);
  if (chance === 1) return t('certain', fleet);
  const oneIn = words.oneIn(chance);
  return oneIn === null ? t('chance', fleet) : t('chanceOneIn', { ...fleet, oneIn });
}

function useFigures({ devices, risk, characters }: CollisionValues, reckoning: Reckoning, words: ChanceWords): readonly ResultFigure[] {
  const t = useTranslations('collisions.figures');
  const { space, safety, chance, approximateChance, pairs, sharing, mostDevices, fewestCharacters } = reckoning;
  const within = words.chance(risk);
  const bits = Number.isFinite(space.bits) ? t('bits', { bits: Math.floor(space.bits * 10) / 10 }) : undefined;
  return [
    { key: 'ids', head: t('ids'), value: words.number(space.ids), beside: bits },
    { key: 'chance', head: t('chance'), value: words.chance(chance), beside: words.chance(approximateChance), marked: chance > risk },
    { key: 'sharing', head: t('sharing', { devices }), value: words.number(sharing) },
    { key: 'pairs', head: t('pairs'), value: words.number(pairs) },
    {
      key: 'most',
      head: t('mostDevices', { risk: within }),
      value: mostDevices === null ? t('anyNumber') : words.fleet(mostDevices),
      beside: t('youHave', { count: words.number(devices) }),
    },
    {
      key: 'fewest',
      head: t('fewest', { risk: within }),
      value:
        reckoning.space.ids === Number.POSITIVE_INFINITY
          ? t('asTheyAre')
          : fewestCharacters === null
            ? t('noLength')
            : words.number(fewestCharacters),
      beside: t('youHave', { count: words.number(characters) }),
    },
    { key: 'bytes', head: t('bytes'), value: t('ofBytes', { bytes: safety.bytes }), marked: safety.tooLong },
  ];
}

function useFormulas(values: CollisionValues, reckoning: Reckoning, words: ChanceWords) {
  const t = useTranslations('collisions');
  const { alphabet, characters, devices, source } = values;
  const { space, chance, approximateChance, pairs, sharing } = reckoning;
  const size = ID_ALPHABETS[alphabet].length;
  const ids = words.number(space.ids);
  const outcomes = source === 'wholeMac' ? '∞' : words.number(CHANCE_OUTCOMES[source]);
  const numbers = formulasOf({
    devices: writeNumber(devices),
    lastIndex: writeNumber(devices - 1),
    ids,
    chance: words.probability(chance),
    approximateChance: words.probability(approximateChance),
    pairs: words.number(pairs),
    sharing: words.number(sharing),
    alphabet: String(size),
    characters: String(characters),
    outcomes,
  });
  const keys = ['ids', 'exact', 'approximate', 'pairs', 'sharing'] as const;
  const unique = source === 'wholeMac' || space.ids === Number.POSITIVE_INFINITY;
  return {
    formulas: keys.map((key) => ({
      key,
      label: t(`formulas.${key}`),
      symbols: numbers[key].symbols,
      // With ids that are never the same nothing is left to put in.
      ...(unique ? {} : { numbers: numbers[key].numbers }),
    })),
    symbols: [
      { key: 'n', symbol: SYMBOLS.n, meaning: t('symbols.n'), value: writeNumber(devices) },
      { key: 'N', symbol: SYMBOLS.N, meaning: t('symbols.N'), value: ids },
      { key: 'A', symbol: SYMBOLS.A, meaning: t('symbols.A'), value: String(size) },
      { key: 'L', symbol: SYMBOLS.L, meaning: t('symbols.L'), value: String(characters) },
      { key: 'S', symbol: SYMBOLS.S, meaning: t('symbols.S'), value: outcomes },
    ],
  };
}
