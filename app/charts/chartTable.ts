// The numbers behind a chart: its table twin on the page and its CSV file. No React.

export interface ChartColumn {
  readonly key: string;
  readonly head: string;
  /** Written behind the head in brackets. */
  readonly unit?: string;
}

export type ChartCell = string | number | null;

export interface ChartTable {
  /** The first column names the row. */
  readonly columns: readonly ChartColumn[];
  /** Cells in the order of the columns. `null`: no value. */
  readonly rows: readonly (readonly ChartCell[])[];
}

export function headOf({ head, unit }: ChartColumn): string {
  return unit === undefined ? head : `${head} (${unit})`;
}

/** Comma-separated values as in RFC 4180: numbers with a point, text quoted where it must be, lines ended by CR LF. */
export function toCsv(table: ChartTable): string {
  const lines = [table.columns.map(headOf), ...table.rows];
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: ChartCell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `Duplicates in 30 runs` becomes `duplicates-in-30-runs`. */
export function fileName(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'chart' : name;
}
