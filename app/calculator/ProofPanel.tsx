// "On the broker": what was calculated, run on the real Mosquitto, and in words whether the two agree. A mean of several runs is held against the expected value by its standard
// error; what is not left to chance must come out exactly, or within a spread that the calculator states.
import { type ReactNode, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Spread } from '#simulations';
import { agreement } from '../charts/agreement.ts';
import { SpreadChart } from '../charts/SpreadChart.tsx';
import { Failed } from '../lab/Failed.tsx';
import { LaboratoryDown } from '../lab/LaboratoryDown.tsx';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Panel } from '../ui/Panel.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import styles from './ProofPanel.module.css';
import { type Proof, type ProofPlan, type ProofRun, useProof } from './useProof.ts';

export interface ProofFigure {
  /** As in the readings of the plan. */
  readonly key: string;
  readonly label: string;
  readonly unit?: string;
  /** Of a single run. A deviation of 0: it must be so each time. */
  readonly expected: Spread;
  /** Digits after the point, default 2. */
  readonly digits?: number;
}

export interface ProofPanelProps {
  /** The calculator's own. */
  readonly name: string;
  readonly plan: ProofPlan;
  /** Expected for that very plan, and kept with it. */
  readonly figures: readonly ProofFigure[];
  /** What is run, in a sentence or two, with how it differs from the setting where it does. */
  readonly lead: ReactNode;
  /** Above the figures: a picture or table of what the runs saw, where figures alone do not show it. */
  readonly observed?: (runs: readonly ProofRun[]) => ReactNode;
  /** Below the figures: where to look on (a lab, say). */
  readonly children?: ReactNode;
}

export function ProofPanel({ name, plan, figures, lead, observed, children }: ProofPanelProps) {
  const t = useTranslations('calculator.proof');
  const proof = useProof(name, plan);
  const figuresRun = useFiguresOf(proof, plan, figures);
  const running = proof.state === 'running';
  return (
    <Panel title={t('title')}>
      <div className={styles.lead}>{lead}</div>
      <div className={styles.controls}>
        {running ? (
          <Button onClick={proof.stop}>{t('stop')}</Button>
        ) : (
          <Button onClick={proof.start}>{t('run', { seeds: plan.seeds })}</Button>
        )}
        {running && <progress className={styles.progress} max={proof.plan?.seeds ?? 1} value={proof.runs.length} aria-label={t('title')} />}
      </div>
      <p className={styles.state} role="status">
        <ProofState proof={proof} />
      </p>
      <LaboratoryDown onRestarted={proof.start} />
      {proof.state === 'failed' && proof.failure !== null && <Failed failure={proof.failure} onAgain={proof.start} />}
      {proof.runs.length > 0 && observed?.(proof.runs)}
      {proof.runs.length > 0 && <Outcome runs={proof.runs} figures={figuresRun} />}
      {children !== undefined && <div className={styles.more}>{children}</div>}
    </Panel>
  );
}

/** The figures as they were when the runs were asked for: a knob that is turned later changes the expected values of another plan. */
function useFiguresOf(proof: Proof, plan: ProofPlan, figures: readonly ProofFigure[]): readonly ProofFigure[] {
  const [kept, setKept] = useState<{ readonly plan: ProofPlan; readonly figures: readonly ProofFigure[] } | null>(null);
  if (proof.plan === plan && kept?.plan !== plan) setKept({ plan, figures });
  return kept !== null && kept.plan === proof.plan ? kept.figures : figures;
}

function ProofState({ proof }: { readonly proof: Proof }) {
  const t = useTranslations('calculator.proof');
  const of = proof.plan?.seeds ?? 0;
  const done = proof.runs.length;
  if (proof.state === 'running') return t('running', { done, of });
  if (proof.isStale) return t('stale');
  if (proof.state === 'stopped') return t('stopped', { done, of });
  if (proof.state === 'finished') return t('finished', { done, version: proof.brokerVersion ?? '' });
  return null;
}

function Outcome({ runs, figures }: { readonly runs: readonly ProofRun[]; readonly figures: readonly ProofFigure[] }) {
  const t = useTranslations('calculator.proof');
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = figures.find(({ key }) => key === chosen) ?? figures[0];
  if (shown === undefined) return null;
  return (
    <>
      <Comparison runs={runs} figures={figures} />
      <ul className={styles.verdicts}>
        {figures.map((figure) => (
          <li key={figure.key}>
            <Verdict runs={runs} figure={figure} />
          </li>
        ))}
      </ul>
      {runs.length > 1 && (
        <>
          {figures.length > 1 && (
            <SegmentedControl
              label={t('figure')}
              options={figures.map(({ key, label }) => ({ value: key, label }))}
              value={shown.key}
              onChange={setChosen}
              inPairs={figures.length > 3}
            />
          )}
          <SpreadChart
            title={shown.label}
            sentence={t('each')}
            axis={shown.unit === undefined ? { label: shown.label } : { label: shown.label, unit: shown.unit }}
            series={[
              {
                key: shown.key,
                label: shown.label,
                tone: 'broker',
                shape: 'circle',
                values: valuesOf(runs, shown),
                expected: shown.expected,
              },
            ]}
            runNames={runs.map(({ seed }) => t('seed', { seed: String(seed) }))}
          />
        </>
      )}
    </>
  );
}

function valuesOf(runs: readonly ProofRun[], { key }: ProofFigure): readonly number[] {
  return runs.map(({ values }) => values[key] ?? Number.NaN);
}

interface FiguresProps {
  readonly runs: readonly ProofRun[];
  readonly figures: readonly ProofFigure[];
}

function Comparison({ runs, figures }: FiguresProps) {
  const t = useTranslations('calculator.proof');
  const number = useProofNumber();
  return (
    <DataTable
      caption={t('title')}
      corner={t('figure')}
      columns={[
        { key: 'expected', head: t('expected'), align: 'end' },
        { key: 'counted', head: t('counted', { runs: runs.length }), align: 'end' },
      ]}
      rows={figures.map((figure) => {
        const { mean, standardDeviation } = figure.expected;
        const told = agreement(valuesOf(runs, figure), figure.expected);
        const expected =
          standardDeviation === 0
            ? number(figure, mean)
            : t('plusMinus', { mean: number(figure, mean), spread: number(figure, standardDeviation) });
        return { key: figure.key, head: figure.label, cells: { expected, counted: told === null ? '' : number(figure, told.mean) } };
      })}
    />
  );
}

function Verdict({ runs, figure }: { readonly runs: readonly ProofRun[]; readonly figure: ProofFigure }) {
  const t = useTranslations('calculator.proof.verdict');
  const number = useProofNumber();
  const told = agreement(valuesOf(runs, figure), figure.expected);
  if (told === null) return null;
  const values = {
    label: figure.label,
    runs: told.runs,
    errors: Math.round(told.standardErrors * 10) / 10,
    mean: number(figure, told.mean),
  };
  if (figure.expected.standardDeviation === 0) return t(told.verdict === 'agrees' ? 'exact' : 'inexact', values);
  return t(told.verdict, values);
}

function useProofNumber(): (figure: ProofFigure, value: number) => string {
  const format = useFormatter();
  return ({ digits = 2 }, value) => format.number(value, { maximumFractionDigits: digits });
}
