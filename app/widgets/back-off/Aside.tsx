// The waits of both strategies; what to notice in these very runs; the formulas; the same from elsewhere; what is a model.
import { useFormatter, useTranslations } from 'use-intl';
import type { BackoffKind } from '#simulations';
import { HonestPanel } from '../../fleet/HonestPanel.tsx';
import { Remark } from '../../fleet/Remark.tsx';
import { Sentences } from '../../lab/Sentences.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ELSEWHERE } from './elsewhere.ts';
import { type BackOffValues, otherOf } from './knobs.ts';
import { notesOf, type Shown } from './shown.ts';
import { FormulaPanel, WaitsPanel } from './Waits.tsx';

export interface AsideProps {
  readonly values: BackOffValues;
  readonly shown: Shown | null;
}

export function Aside({ values, shown }: AsideProps) {
  const t = useTranslations('backOff.notice');
  const kinds = [...new Set<BackoffKind>([values.strategy, otherOf(values) ?? values.strategy])];
  return (
    <>
      <WaitsPanel values={values} kinds={kinds} />
      <Sentences title={t('title')} empty={t('empty')} sentences={shown === null ? [] : notesOf(shown).map((note) => t(`notes.${note}`))} />
      <FormulaPanel values={values} kinds={kinds} />
      <Elsewhere />
      <HonestPanel result={shown?.[0] ?? null} beside={shown?.[1] ?? null} />
    </>
  );
}

function Elsewhere() {
  const t = useTranslations('backOff.elsewhere');
  const name = useTranslations('fleet.strategies');
  const format = useFormatter();
  return (
    <Panel title={t('title')}>
      <Remark>{t('what')}</Remark>
      <Details summary={t('show')}>
        <DataTable
          caption={t('title')}
          columns={[
            { key: 'attempts', head: t('attempts'), align: 'end' },
            { key: 'lastIn', head: t('lastIn'), align: 'end' },
          ]}
          rows={ELSEWHERE.map(({ kind, attempts, lastIn }) => ({
            key: kind,
            head: kind === 'course' ? t('course') : name(kind),
            cells: { attempts: format.number(attempts), lastIn: format.number(lastIn) },
          }))}
        />
        <Remark>{t('differs')}</Remark>
      </Details>
    </Panel>
  );
}
