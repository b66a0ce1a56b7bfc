// Settings that are met in the wild, with the learner's own amounts: a button in each row takes one over.
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Panel } from '../ui/Panel.tsx';
import styles from './PresetTable.module.css';

export interface PresetRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly cells: Readonly<Record<string, ReactNode>>;
  readonly onTake: () => void;
}

export interface PresetTableProps {
  readonly title: string;
  /** Head of the column of names. */
  readonly corner: string;
  readonly columns: readonly Column[];
  readonly rows: readonly PresetRow[];
  /** What a button does, as its tooltip. */
  readonly hint?: string;
}

export function PresetTable({ title, corner, columns, rows, hint }: PresetTableProps) {
  return (
    <Panel title={title}>
      <DataTable
        caption={title}
        corner={corner}
        columns={columns}
        rows={rows.map(({ key, name, cells, onTake }) => ({
          key,
          head: (
            <Button kind="quiet" className={styles.take} title={hint} onClick={onTake}>
              {name}
            </Button>
          ),
          cells,
        }))}
      />
    </Panel>
  );
}

/** An amount with its unit, which does not break. */
export function whole(text: string): ReactNode {
  return <span className={styles.whole}>{text}</span>;
}
