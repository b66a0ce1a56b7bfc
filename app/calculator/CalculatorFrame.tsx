// What all calculators share: inputs on the left; in the middle the answer in a sentence, its figures, its chart and its formulas; on the right the proof on the real broker, where
// it comes from and what it leaves out; below the answer what can be taken along. A calculator is a widget that gives its own parts:
//
//   knobs.ts        KNOBS: KnobSpecs<Values>. Numbers in base units (seconds, bytes, 0 to 1, per second), `shownPer: 1`, `significantDigits: 12` where they span powers of ten;
//                   the address carries them all, through `useExperiment(KNOBS)`.
//   <Name>.tsx      reckons in render, from `experiment.values`, with a pure function of `simulations/calculators` (one file each, property-tested), and fills this frame.
//   fields          `QuantityField` (number with any unit of its dimension), `TextField`, and `ChoiceField` of app/lab/knobFields.tsx.
//   chart           `CurveChart` of app/charts (linear or logarithmic axes, the learner's own point marked), memoised on its values.
//   formulas        `FormulaLine` and `SymbolLine`, in MathML by app/ui/mathml.ts.
//   proof           <ProofPanel name plan figures lead/>: `plan` and `figures` memoised on the values. The expected value and its deviation are those of one run.
//   takeAlong       a sentence, a table, `confText(...)` and `clientPrograms(...)` of #content, all from the same state.
//
// Nothing here knows a calculator. See app/widgets/collisions for the first.
import { memo, type ReactNode, useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';
import { UnknownParameters } from '../lab/knobFields.tsx';
import type { Experiment } from '../state/experiment.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useWidth } from '../ui/useWidth.ts';
import styles from './CalculatorFrame.module.css';
import { type FormulaLine, FormulaList, type SymbolLine } from './FormulaList.tsx';
import { InputButtons } from './InputButtons.tsx';
import { TakeAlong, type TakeAlongContent } from './TakeAlong.tsx';

export interface ResultFigure {
  readonly key: string;
  readonly head: ReactNode;
  /** With its unit. */
  readonly value: ReactNode;
  /** How the usual reckoning has it, or a short remark. */
  readonly beside?: ReactNode;
  readonly marked?: boolean;
}

export interface CalculatorFrameProps {
  readonly experiment: Pick<Experiment<object>, 'corrections' | 'reset' | 'link'>;
  readonly inputs: ReactNode;
  /** The answer, one sentence. It is read out when it has changed. */
  readonly headline: string;
  /** Warnings that belong to the answer; `Notice`s. */
  readonly notices?: ReactNode;
  readonly figures: readonly ResultFigure[];
  /** Head of the column `value`. Default: that it is the value. */
  readonly valueHead?: string;
  /** Head of the column `beside`; left out where no figure has one. */
  readonly besideHead?: string;
  readonly chart: ReactNode;
  /** Further panels below the chart. */
  readonly more?: ReactNode;
  readonly formulas: readonly FormulaLine[];
  readonly symbols: readonly SymbolLine[];
  readonly proof: ReactNode;
  readonly takeAlong: TakeAlongContent;
  /** Each with its section, page or file. */
  readonly sources: readonly ReactNode[];
  readonly leftOut: readonly ReactNode[];
}

/** From here on three columns. Pixels of the calculator, not of the window. */
const SIDE_BY_SIDE = 1_040;

export function CalculatorFrame(props: CalculatorFrameProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  // Field, sentence and figures follow the hand at once; whatever takes longer to draw comes as soon as there is time.
  const later = useDeferredValue(props);
  const inputs = <Inputs {...props} />;
  const result = (
    <>
      <Answer {...props}>
        <TakenAlong parts={later} />
      </Answer>
      <Shown parts={later} />
    </>
  );
  const aside = <Aside parts={later} />;
  return (
    <div ref={box}>
      {width >= SIDE_BY_SIDE ? (
        <div className={styles.columns}>
          <div className={styles.inputs}>{inputs}</div>
          <div className={styles.stack}>{result}</div>
          <div className={styles.stack}>{aside}</div>
        </div>
      ) : (
        <div className={styles.stack}>
          {inputs}
          {result}
          {aside}
        </div>
      )}
    </div>
  );
}

function Inputs({ experiment, inputs }: CalculatorFrameProps) {
  const t = useTranslations('calculator');
  return (
    <Panel title={t('inputs')} className={styles.inputPanel}>
      <div className={styles.fields}>{inputs}</div>
      <UnknownParameters corrections={experiment.corrections} />
      <InputButtons reset={experiment.reset} link={experiment.link} />
    </Panel>
  );
}

function Answer({ headline, notices, figures, valueHead, besideHead, children }: CalculatorFrameProps & { readonly children: ReactNode }) {
  const t = useTranslations('calculator');
  return (
    <Panel title={t('result')}>
      <p className={styles.headline} role="status">
        {headline}
      </p>
      {notices !== undefined && <div className={styles.notices}>{notices}</div>}
      <DataTable
        caption={t('figures')}
        columns={[
          { key: 'value', head: valueHead ?? t('value'), align: 'end' },
          ...(besideHead === undefined ? [] : [{ key: 'beside', head: besideHead, align: 'end' as const }]),
        ]}
        rows={figures.map(({ key, head, value, beside, marked = false }) => ({ key, head, cells: { value, beside }, marked }))}
      />
      <div className={styles.takeAlong}>{children}</div>
    </Panel>
  );
}

interface Later {
  /** The same object while the frame's own parts have gone ahead. */
  readonly parts: CalculatorFrameProps;
}

const TakenAlong = memo(function TakenAlong({ parts }: Later) {
  return <TakeAlong content={parts.takeAlong} />;
});

const Shown = memo(function Shown({ parts: { chart, more, formulas, symbols } }: Later) {
  const t = useTranslations('calculator');
  return (
    <>
      <Panel label={t('chart')}>{chart}</Panel>
      {more}
      <Panel title={t('formulas')}>
        <FormulaList formulas={formulas} symbols={symbols} />
      </Panel>
    </>
  );
});

const Aside = memo(function Aside({ parts: { proof, sources, leftOut } }: Later) {
  const t = useTranslations('calculator');
  return (
    <>
      {proof}
      <Panel title={t('leftOut')}>
        <Points points={leftOut} />
      </Panel>
      <Panel title={t('sources')}>
        <Points points={sources} />
      </Panel>
    </>
  );
});

function Points({ points }: { readonly points: readonly ReactNode[] }) {
  return (
    <ul className={styles.points}>
      {points.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the points have no other name, and their order is fixed.
        <li key={index}>{point}</li>
      ))}
    </ul>
  );
}
