// The result to take along, all of it from the same state: a sentence, a table as CSV, lines for mosquitto.conf and client code. Each can be read, copied and saved.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClientProgram } from '#content';
import { type ChartTable, toCsv } from '../charts/chartTable.ts';
import { Details } from '../ui/Details.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { TakenText } from './TakenText.tsx';

export interface TakeAlongContent {
  /** Begins the names of the files: `collisions`. */
  readonly name: string;
  /** Stands by itself in a mail or a report. */
  readonly sentence: string;
  readonly table: ChartTable;
  /** Text of a mosquitto.conf, with comments; `null`: the result asks nothing of the broker. */
  readonly conf: string | null;
  /** From `clientPrograms` of `#content`; empty: the result asks nothing of a client. */
  readonly programs: readonly ClientProgram[];
}

interface Piece {
  readonly id: string;
  readonly label: string;
  readonly fileName: string;
  readonly text: string;
  readonly type: string;
  readonly remarks: readonly string[];
}

export function TakeAlong({ content }: { readonly content: TakeAlongContent }) {
  const t = useTranslations('calculator.takeAlong');
  const pieces = usePieces(content);
  const [chosen, setChosen] = useState('sentence');
  const value = pieces.find(({ id }) => id === chosen)?.id ?? 'sentence';
  return (
    <Details summary={t('title')}>
      <Tabs
        label={t('title')}
        value={value}
        onChange={setChosen}
        tabs={pieces.map((piece) => ({ id: piece.id, label: piece.label, content: <TakenText key={piece.id} {...piece} /> }))}
      />
    </Details>
  );
}

function usePieces({ name, sentence, table, conf, programs }: TakeAlongContent): readonly Piece[] {
  const t = useTranslations('calculator.takeAlong');
  const plain = { type: 'text/plain;charset=utf-8', remarks: [] };
  return [
    { ...plain, id: 'sentence', label: t('sentence'), fileName: `${name}.txt`, text: `${sentence}\n` },
    { ...plain, id: 'table', label: t('table'), fileName: `${name}.csv`, text: toCsv(table), type: 'text/csv;charset=utf-8' },
    ...(conf === null ? [] : [{ ...plain, id: 'conf', label: 'mosquitto.conf', fileName: 'mosquitto.conf', text: conf }]),
    ...programs.map((program) => ({
      ...plain,
      id: program.language,
      label: t(`program.${program.language}`),
      fileName: program.fileName,
      text: program.text,
      remarks: program.remarks,
    })),
  ];
}
