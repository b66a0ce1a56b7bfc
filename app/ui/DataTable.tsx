// A table that reads well: a caption, heads for columns and rows, numbers to the right, scrolling sideways by itself where it is too wide.
import { type ReactNode, useId } from 'react';
import { classNames } from './classNames.ts';
import styles from './DataTable.module.css';
import { ScrollBox } from './ScrollBox.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface Column {
  readonly key: string;
  readonly head: ReactNode;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
}

export interface Row {
  readonly key: string;
  readonly head: ReactNode;
  /** By column key; a missing one is an empty cell. */
  readonly cells: Readonly<Record<string, ReactNode>>;
  /** Tinted: here the columns differ. */
  readonly marked?: boolean;
}

export interface DataTableProps {
  readonly caption: ReactNode;
  readonly showCaption?: boolean;
  /** Head of the first column, which holds the rows' heads. */
  readonly corner?: ReactNode;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export function DataTable({ caption, showCaption = false, corner, columns, rows }: DataTableProps) {
  const id = useId();
  return (
    <ScrollBox labelledBy={id}>
      <table className={styles.table}>
        <caption className={styles.caption} id={id}>
          {showCaption ? caption : <VisuallyHidden>{caption}</VisuallyHidden>}
        </caption>
        <thead>
          <tr>
            {corner === undefined ? <td /> : <th scope="col">{corner}</th>}
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.align === 'end' ? styles.end : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={classNames(row.marked && styles.marked)}>
              <th scope="row">{row.head}</th>
              {columns.map((column) => (
                <td key={column.key} className={column.align === 'end' ? styles.end : undefined}>
                  {row.cells[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
