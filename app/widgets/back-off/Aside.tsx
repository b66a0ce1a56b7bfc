// The waits of both strategies, attempt by attempt; what to notice; the formulas; what is a model.
import { useTranslations } from 'use-intl';
import type { BackoffKind, StormResult } from '#simulations';
import { FormulaList } from '../../calculator/FormulaList.tsx';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { HonestPanel } from '../../fleet/HonestPanel.tsx';
import { backoffRuleOf } from '../../fleet/knobs.ts';
import { Remark } from '../../fleet/Remark.tsx';
import { Sentences } from '../../lab/Sentences.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { HELD_WAIT, SYMBOLS, WAITS } from './formulas.ts';
import type { BackOffValues } from './knobs.ts';
import { waitRanges } from './waits.ts';

const ROWS = 9;
const NOTES = ['herd', 'gaps', 'jitter', 'fixed', 'faults', 'tcp'] as const;

export interface AsideProps {
  readonly values: BackOffValues;
  readonly result: StormResult | null;
}

export function Aside({ values, result }: AsideProps) {
  const t = useTranslations('backOff');
  const name = useTranslations('fleet.strategies');
  const kinds = [...new Set<BackoffKind>([values.strategy, values.other])];
  return (
    <>
      <Panel title={t('waits.title')}>
        <DataTable
          caption={t('waits.title')}
          corner={t('waits.failures')}
          columns={kinds.map((kind) => ({ key: kind, head: name(kind), align: 'end' as const }))}
          rows={Array.from({ length: ROWS }, (_, index) => ({
            key: String(index),
            head: String(index + 1),
            cells: Object.fromEntries(kinds.map((kind) => [kind, rangeAt(values, kind, index)])),
          }))}
        />
        <Remark>{t(values.firstWait === 'double' ? 'waits.offByOne' : 'waits.promised')}</Remark>
      </Panel>
      <Sentences
        title={t('notice.title')}
        empty={t('notice.empty')}
        sentences={result === null ? [] : NOTES.map((key) => t(`notice.${key}`))}
      />
      <Panel title={t('formulas.title')}>
        <FormulaList
          formulas={[
            { key: 'm', label: t('formulas.held'), symbols: HELD_WAIT },
            ...kinds.map((kind) => ({ key: kind, label: name(kind), symbols: WAITS[kind] })),
          ]}
          symbols={[
            { key: 'b', symbol: SYMBOLS.b, meaning: t('formulas.b'), value: `${values.base} s` },
            { key: 'c', symbol: SYMBOLS.c, meaning: t('formulas.c'), value: `${values.cap} s` },
            {
              key: 'n',
              symbol: SYMBOLS.n,
              meaning: t('formulas.n'),
              value: t(values.firstWait === 'double' ? 'formulas.fromOne' : 'formulas.fromZero'),
            },
            { key: 'j', symbol: SYMBOLS.j, meaning: t('formulas.j'), value: `${Math.round(values.jitter * 100)} %` },
          ]}
        />
        <Remark>{t('formulas.source')}</Remark>
      </Panel>
      <HonestPanel result={result} />
    </>
  );
}

function rangeAt(values: BackOffValues, strategy: BackoffKind, index: number): string {
  const range = waitRanges(backoffRuleOf({ ...values, strategy }), index + 1)[index];
  if (range === undefined) return '';
  const { shortest, longest } = range;
  return shortest === longest ? writeDuration(shortest) : `${writeDuration(shortest)} – ${writeDuration(longest)}`;
}
