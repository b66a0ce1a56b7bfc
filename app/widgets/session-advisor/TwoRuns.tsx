// The same story twice on the real broker: as advised, and as it is usually done. What is counted comes from the packets and from the broker's own list of sessions.
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ABSENCES, type ChoiceOutcome, type SessionPractice, type SessionStory, sessionChoice, sessionChoiceOutcome } from '#simulations';

import { type Proof, type ProofPlan, useProof } from '../../calculator/useProof.ts';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { Failed } from '../../lab/Failed.tsx';
import { LaboratoryDown } from '../../lab/LaboratoryDown.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RadioList } from '../../ui/RadioList.tsx';
import { LabName } from './LabName.tsx';
import type { Reckoned } from './reckoning.ts';
import styles from './TwoRuns.module.css';

type Counted = Readonly<Record<keyof ChoiceOutcome, number>>;

function planOf(practice: SessionPractice, story: SessionStory): ProofPlan {
  return {
    seeds: 1,
    looksAt: 'whole',
    scenarioOf: () => sessionChoice(practice, story),
    read: ({ events }) => {
      const outcome = sessionChoiceOutcome(events, story);
      return { ...outcome, heapBytes: outcome.heapBytes ?? Number.NaN };
    },
  };
}

/** Plans stay the same while what is run does: turning another knob does not make what was run stale. */
function usePlan(practice: SessionPractice, story: SessionStory): ProofPlan {
  const key = JSON.stringify([practice, story]);
  return useMemo(() => {
    const [samePractice, sameStory] = JSON.parse(key) as [SessionPractice, SessionStory];
    return planOf(samePractice, sameStory);
  }, [key]);
}

export interface TwoRunsProps {
  readonly reckoned: Reckoned;
  readonly onMistake: (mistake: string) => void;
}

export function TwoRuns({ reckoned, onMistake }: TwoRunsProps) {
  const t = useTranslations('sessionAdvisor.proof');
  const { run, mistake, mistakes } = reckoned;
  const usual = mistake === null ? run.practice : { ...run.practice, ...mistake.changes(run.practice, run.story) };
  const advised = useProof('session-advisor/advised', usePlan(run.practice, run.story));
  const wrong = useProof('session-advisor/usual', usePlan(usual, run.story));
  const both = [advised, wrong];
  const running = both.some(({ state }) => state === 'running');
  const start = () => {
    for (const proof of both) proof.start();
  };
  const stop = () => {
    for (const proof of both) proof.stop();
  };
  const failure = both.find(({ state, failure: why }) => state === 'failed' && why !== null)?.failure ?? null;
  return (
    <Panel title={t('title')}>
      <Story reckoned={reckoned} />
      {mistake !== null && (
        <div className={styles.mistakes}>
          <RadioList
            legend={t('usually')}
            options={mistakes.map(({ id, title }) => ({ value: id, label: title }))}
            value={mistake.id}
            onChange={onMistake}
          />
        </div>
      )}
      <div className={styles.controls}>
        {running ? <Button onClick={stop}>{t('stop')}</Button> : <Button onClick={start}>{t('run')}</Button>}
      </div>
      <p className={styles.state} role="status">
        <State both={both} />
      </p>
      <LaboratoryDown onRestarted={start} />
      {failure !== null && <Failed failure={failure} onAgain={start} />}
      <Outcome reckoned={reckoned} both={both} />
      {mistake !== null && (
        <p className={styles.what}>
          {mistake.what} <LabName slug={mistake.lab} />
        </p>
      )}
    </Panel>
  );
}

function Story({ reckoned: { run, answers, amounts } }: { readonly reckoned: Reckoned }) {
  const t = useTranslations('sessionAdvisor.proof');
  const { story, pace, allMessages } = run;
  const duration = writeDuration(story.awaySeconds);
  return (
    <div className={styles.lead}>
      <p>
        {t(`story.${answers.away}`, { times: ABSENCES, duration })}{' '}
        {story.receives !== 'nothing' && t(story.away === 'once' ? 'messagesOnce' : 'messages', { messages: story.messages })}{' '}
        {story.reports && t('reports')} {story.brokerCrashes && t('crash')} {story.neighbour && t('neighbour')}
      </p>
      {pace !== 1 && <p>{t(pace > 1 ? 'shortened' : 'stretched', { duration, own: writeDuration(amounts.awaySeconds) })}</p>}
      {story.receives !== 'nothing' && !allMessages && <p>{t('thinned', { messages: story.messages })}</p>}
    </div>
  );
}

function State({ both }: { readonly both: readonly Proof[] }) {
  const t = useTranslations('sessionAdvisor.proof');
  const done = both.filter(({ runs }) => runs.length > 0).length;
  if (both.some(({ state }) => state === 'running')) return t('running', { done });
  if (both.some(({ isStale }) => isStale)) return t('stale');
  if (both.some(({ state }) => state === 'stopped')) return t('stopped');
  if (both.every(({ state }) => state === 'finished')) return t('finished', { version: both[0]?.brokerVersion ?? '' });
  return null;
}

const ROWS = [
  'due',
  'missed',
  'stale',
  'unsent',
  'orphans',
  'waiting',
  'takeOvers',
  'heapBytes',
] as const satisfies readonly (keyof Counted)[];

function Outcome({ reckoned, both }: { readonly reckoned: Reckoned; readonly both: readonly Proof[] }) {
  const t = useTranslations('sessionAdvisor.proof');
  const format = useFormatter();
  const counted = both.map(({ runs, isStale }) => (isStale ? undefined : (runs[0]?.values as Counted | undefined)));
  const [right, wrong] = counted;
  if (right === undefined || wrong === undefined) return null;
  const { story } = reckoned.run;
  const shown = ROWS.filter((key) => {
    if (key === 'due' || key === 'missed' || key === 'stale') return story.receives !== 'nothing';
    if (key === 'unsent') return story.reports;
    return key !== 'takeOvers' || story.neighbour;
  });
  const { mistake, version } = reckoned;
  const harm = mistake?.harm;
  const tooLate = right.stale > 0 && version === '3.1.1' && story.usefulSeconds !== null;
  return (
    <>
      <DataTable
        caption={t('title')}
        corner={t('figure')}
        columns={[
          { key: 'right', head: t('advised'), align: 'end' },
          { key: 'wrong', head: t('usual'), align: 'end' },
        ]}
        rows={shown.map((key) => ({
          key,
          head: t(key === 'due' && story.usefulSeconds !== null ? 'rows.dueUseful' : `rows.${key}`),
          cells: { right: format.number(right[key]), wrong: format.number(wrong[key]) },
          marked: key === harm,
        }))}
      />
      {harm !== undefined && (
        <p className={styles.what}>
          {t(wrong[harm] > right[harm] ? `verdict.${harm}` : 'verdict.none', { wrong: wrong[harm], right: right[harm], due: wrong.due })}
        </p>
      )}
      {tooLate && <p className={styles.what}>{t('tooLate', { stale: right.stale })}</p>}
    </>
  );
}
