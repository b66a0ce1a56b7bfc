// What to notice in a run that the learner has changed by hand: what became of everybody, read from the run alone. A lab's own sentences reason from its settings, and
// would give reasons that the learner's steps have made wrong.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { fromMilliseconds, type Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';
import { sessionRows } from '../bench/beliefs.ts';
import type { LearnerStep } from '../state/learnerSteps.ts';
import { Sentences } from './Sentences.tsx';

/** With more clients than these only those that were touched are told of. */
const MOST_CLIENTS = 6;
const MOST_LINES = 4;

/** The learner's steps that are part of this scenario. */
export function stepsIn({ script = [] }: Scenario, steps: readonly LearnerStep[]): readonly LearnerStep[] {
  const key = (step: { readonly atMs: number; readonly do: string; readonly client?: string }) => `${step.atMs} ${step.do} ${step.client}`;
  const played = new Set(script.map(key));
  return steps.filter((step) => played.has(key(step)));
}

/** Lines after the first step that are no packet's and no mere connection attempt's. */
function tellingLines({ log }: RunView, firstMs: number): readonly string[] {
  const from = fromMilliseconds(firstMs);
  return log
    .filter(({ at, level, text }) => at >= from && level !== 'debug' && !text.startsWith('New connection'))
    .slice(0, MOST_LINES)
    .map(({ text }) => text);
}

export interface StepsNoticeProps {
  /** Those that are part of the run, at least one, in order. */
  readonly steps: readonly LearnerStep[];
  /** The whole run, once its end has been seen; `null` before. */
  readonly whole: RunView | null;
}

export function StepsNotice({ steps, whole }: StepsNoticeProps) {
  const t = useTranslations('lab.stepsNotice');
  const sentences = (view: RunView): readonly ReactNode[] => {
    const touched = new Set(steps.flatMap((step) => ('client' in step ? [step.client] : [])));
    const told = view.clients.length <= MOST_CLIENTS ? view.clients : view.clients.filter(({ client }) => touched.has(client));
    const differences = sessionRows(view).flatMap(({ clients }) => clients.flatMap((client) => client.differences));
    const lines = tellingLines(view, steps[0]?.atMs ?? 0);
    return [
      ...told.map(({ client, connects, losses, received }) => t('client', { client, connects, losses, received })),
      ...(view.broker.up ? [] : [t('down')]),
      differences.length === 0 ? t('agree') : t('differ', { count: differences.length }),
      ...(lines.length === 0
        ? []
        : [
            <>
              {t('log')}
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a log, which may repeat; their order is fixed.
                <code key={index} style={{ display: 'block' }}>
                  {line}
                </code>
              ))}
            </>,
          ]),
      t('own', { count: steps.length }),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={whole === null ? [] : sentences(whole)} />;
}
