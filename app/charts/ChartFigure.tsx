// What every chart has around it: a sentence that says what it shows now, the picture, the same numbers as a table, files to take away, and a
// word when there is nothing to show. A picture that fails to draw leaves its table.
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { DataTable } from '../ui/DataTable.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ChartBoundary } from './ChartBoundary.tsx';
import styles from './ChartFigure.module.css';
import type { ChartFile } from './ChartMenu.tsx';
import { type ChartCell, type ChartTable, fileName, headOf, toCsv } from './chartTable.ts';
import { canvasPicture } from './saveCanvas.ts';
import { saveFile } from './saveFile.ts';
import { pngFile, svgDocument } from './savePicture.ts';

// The menu is a third of what an interactive page needs, and no page needs it before its chart is there.
const ChartMenu = lazy(() => import('./ChartMenu.tsx'));

export interface ChartFigureProps {
  /** Names the chart, its table and its files. */
  readonly title: string;
  /** What the chart shows now, in words and numbers. */
  readonly sentence: ReactNode;
  readonly table: ChartTable;
  /** Shown instead while the table has no rows: what will appear, and how to make it. */
  readonly empty?: ReactNode;
  /** The drawing, one SVG or one canvas. */
  readonly children: ReactNode;
  /** It is a canvas: there is no drawing to save, only its picture. */
  readonly isCanvas?: boolean;
}

export function ChartFigure({ title, sentence, table, empty, children, isCanvas = false }: ChartFigureProps) {
  const t = useTranslations('charts');
  const drawing = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  if (table.rows.length === 0) return <p className={styles.empty}>{empty ?? t('empty')}</p>;

  async function save(file: ChartFile): Promise<void> {
    setFailure(null);
    try {
      saveFile(`${fileName(title)}.${file}`, await fileOf(file, title, table, drawing.current));
    } catch (cause) {
      setFailure(cause instanceof Error ? cause.message : String(cause));
    }
  }

  return (
    <figure className={styles.figure} aria-label={title}>
      <div className={styles.head}>
        <figcaption className={styles.sentence}>{sentence}</figcaption>
        <ChartBoundary fallback={null}>
          <Suspense fallback={<span className={styles.menuToCome} />}>
            <ChartMenu
              title={title}
              asTable={asTable}
              onToggleTable={() => setAsTable(!asTable)}
              files={asTable ? ['csv'] : isCanvas ? ['csv', 'png'] : ['csv', 'svg', 'png']}
              onSave={(file) => void save(file)}
            />
          </Suspense>
        </ChartBoundary>
      </div>
      {failure !== null && (
        <Notice kind="problem" announce="polite">
          {t('notSaved', { cause: failure })}
        </Notice>
      )}
      {asTable ? (
        <TableTwin title={title} table={table} />
      ) : (
        <ChartBoundary
          fallback={
            <>
              <Notice kind="problem">{t('notDrawn')}</Notice>
              <TableTwin title={title} table={table} />
            </>
          }
        >
          <div ref={drawing}>{children}</div>
        </ChartBoundary>
      )}
    </figure>
  );
}

async function fileOf(file: ChartFile, title: string, table: ChartTable, drawing: HTMLElement | null): Promise<Blob> {
  if (file === 'csv') return new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' });
  const canvas = drawing?.querySelector('canvas');
  if (drawing && canvas) return canvasPicture(drawing, canvas);
  const svg = drawing?.querySelector('svg');
  if (!svg) throw new Error('The chart is not drawn yet.');
  return file === 'png' ? pngFile(svg, title) : new Blob([svgDocument(svg, title)], { type: 'image/svg+xml' });
}

function TableTwin({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  const format = useFormatter();
  const [corner, ...columns] = table.columns;
  const shown = (cell: ChartCell | undefined) => (typeof cell === 'number' ? format.number(cell, numberFormatOf(cell)) : (cell ?? '–'));
  return (
    <DataTable
      caption={title}
      corner={corner === undefined ? undefined : headOf(corner)}
      columns={columns.map((column) => ({ key: column.key, head: headOf(column), align: 'end' as const }))}
      rows={table.rows.map(([head, ...cells], index) => ({
        key: String(index),
        head: shown(head),
        cells: Object.fromEntries(columns.map((column, at) => [column.key, shown(cells[at])])),
      }))}
    />
  );
}

/** Very small and very large numbers keep a power of ten. */
function numberFormatOf(value: number) {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e15)) return { maximumFractionDigits: 3 };
  return { notation: 'scientific' as const, maximumSignificantDigits: 3 };
}
