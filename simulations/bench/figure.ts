// One line of the benchmark's table and of its JSON.
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should be, as text: `>= 5`; `null` where there is no aim. */
  readonly aim: string | null;
}

/** Whether the value meets its aim; `null` without one. */
export function meetsAim({ value, aim }: Figure): boolean | null {
  const [, comparison, bound] = /^(>=|<=) ([\d.]+)$/.exec(aim ?? '') ?? [];
  if (comparison === undefined) return null;
  return comparison === '>=' ? value >= Number(bound) : value <= Number(bound);
}

/** The middle one of an odd number of repetitions. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export function table(figures: readonly Figure[]): string {
  const verdict = { true: 'met', false: 'MISSED', null: '' } as const;
  const rows = figures.map((figure) => [
    figure.name,
    figure.value >= 1_000 ? Math.round(figure.value).toLocaleString('en') : figure.value.toPrecision(3),
    figure.unit,
    figure.aim ?? '',
    verdict[String(meetsAim(figure)) as keyof typeof verdict],
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
