// How long a device waits, attempt by attempt: in a table from the rule, and in symbols.
import { useFormatter, useTranslations } from 'use-intl';
import { type BackoffKind, type BackoffRule, NO_FAULTS } from '#simulations';
import { FormulaList } from '../../calculator/FormulaList.tsx';
import { whole } from '../../calculator/PresetTable.tsx';
import { backoffRuleOf } from '../../fleet/knobs.ts';
import { Remark } from '../../fleet/Remark.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { mn } from '../../ui/mathml.ts';
import { Panel } from '../../ui/Panel.tsx';
import { heldWait, SYMBOLS, TERMS_OF, waitOf } from './formulas.ts';
import type { BackOffValues } from './knobs.ts';
import { waitRanges } from './waits.ts';

const ROWS = 9;
const DIGITS = 4;

export interface WaitsProps {
  readonly values: BackOffValues;
  /** One or two different ones. */
  readonly kinds: readonly BackoffKind[];
}

const isFaulty = ({ firstWait, overCap }: BackOffValues, kind: BackoffKind): boolean =>
  (firstWait === 'double' && TERMS_OF[kind].includes('n')) || (overCap === 'past' && kind === 'additive');

export function WaitsPanel({ values, kinds }: WaitsProps) {
  const t = useTranslations('backOff.waits');
  const name = useTranslations('fleet.strategies');
  const format = useFormatter();
  const seconds = (amount: number) => format.number(amount, { maximumSignificantDigits: DIGITS });
  const rule = (strategy: BackoffKind) => backoffRuleOf({ ...values, strategy });
  const faulty = kinds.find((kind) => isFaulty(values, kind));
  const columns: readonly { readonly key: string; readonly head: string; readonly rule: BackoffRule }[] = [
    ...(faulty === undefined ? [] : [{ key: 'meant', head: t('meant'), rule: { ...rule(faulty), ...NO_FAULTS } }]),
    ...kinds.map((kind) => ({ key: kind as string, head: name(kind), rule: rule(kind) })),
  ];
  const ranges = columns.map(({ rule: of }) => waitRanges(of, ROWS));
  const cell = (column: number, index: number) => {
    const range = ranges[column]?.[index];
    if (range === undefined) return null;
    const { shortest, longest } = range;
    return whole(shortest === longest ? t('one', { at: seconds(longest) }) : t('range', { from: seconds(shortest), to: seconds(longest) }));
  };
  const [base, cap, most] = [values.base, values.cap, values.cap * (1 + values.jitter)].map(seconds);
  const pastCap = values.overCap === 'past' && kinds.includes('additive') && values.jitter > 0;
  return (
    <Panel title={t('title')}>
      <DataTable
        caption={t('title')}
        corner={t('failures')}
        columns={columns.map(({ key, head }) => ({ key, head, align: 'end' as const }))}
        rows={Array.from({ length: ROWS }, (_, index) => ({
          key: String(index),
          head: String(index + 1),
          cells: Object.fromEntries(columns.map(({ key }, column) => [key, cell(column, index)])),
        }))}
      />
      {kinds.some((kind) => TERMS_OF[kind].includes('n')) && (
        <Remark>{t(values.firstWait === 'double' ? 'offByOne' : 'promised', { base: base ?? '' })}</Remark>
      )}
      {faulty !== undefined && kinds.length > 1 && <Remark>{t('meantFor', { name: name(faulty) })}</Remark>}
      {pastCap && <Remark>{t('pastCap', { cap: cap ?? '', most: most ?? '' })}</Remark>}
      {kinds.includes('decorrelated') && <Remark>{t('decorrelated')}</Remark>}
    </Panel>
  );
}

export function FormulaPanel({ values, kinds }: WaitsProps) {
  const t = useTranslations('backOff.formulas');
  const name = useTranslations('fleet.strategies');
  const pastCap = values.overCap === 'past';
  const [b, c, j] = [values.base, values.cap, values.jitter].map((value) => mn(String(value)));
  const used = new Set(kinds.flatMap((kind) => TERMS_OF[kind]));
  const symbols = [
    { key: 'b', symbol: SYMBOLS.b, meaning: t('b'), value: `${values.base} s` },
    { key: 'c', symbol: SYMBOLS.c, meaning: t('c'), value: `${values.cap} s` },
    { key: 'n', symbol: SYMBOLS.n, meaning: t('n'), value: t(values.firstWait === 'double' ? 'fromOne' : 'fromZero') },
    { key: 'j', symbol: SYMBOLS.j, meaning: t('j'), value: `${Math.round(values.jitter * 100)} %` },
  ];
  return (
    <Panel title={t('title')}>
      <FormulaList
        formulas={[
          ...(used.has('n') ? [{ key: 'm', label: t('held'), symbols: heldWait(SYMBOLS), numbers: heldWait({ b, c, j }) }] : []),
          ...kinds.map((kind) => ({
            key: kind,
            label: name(kind),
            symbols: waitOf(kind, SYMBOLS, { pastCap }),
            ...(kind === 'fixed' || kind === 'additive' || kind === 'decorrelated'
              ? { numbers: waitOf(kind, { b, c, j }, { pastCap }) }
              : {}),
          })),
        ]}
        symbols={symbols.filter(({ key }) => used.has(key as 'b'))}
      />
      <Remark>{t('source')}</Remark>
    </Panel>
  );
}
