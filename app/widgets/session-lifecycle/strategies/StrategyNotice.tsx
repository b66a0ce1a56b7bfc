// What to notice about the five: for each what it lost or wrongly kept in this run, and why a reconnection is not a new start.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { COMMANDS_IN_GAP } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { Sentences } from '../../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../../lab/SessionLab.tsx';
import { isClean, type StrategyStory, strategyStories, whyLost } from './strategyStory.ts';

export function StrategyNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('sessionLifecycle.strategies.notice');
  const code = (text: ReactNode) => <code>{text}</code>;
  const b = (text: ReactNode) => <b>{text}</b>;
  const verdict = (story: StrategyStory, result: RunResult): ReactNode => {
    const { strategy, late, stale, heardAgain, leftSessions, leftMessages } = story;
    const lost = COMMANDS_IN_GAP - late;
    const parts = isClean(story, COMMANDS_IN_GAP)
      ? [t('clean')]
      : [
          ...(lost > 0 ? [t(`lost.${whyLost(story, result)}`, { lost })] : []),
          ...(heardAgain ? [] : [t('deaf')]),
          ...(stale > 0 ? [t('stale', { stale })] : []),
          ...(leftSessions > 0 ? [t('left', { sessions: leftSessions, messages: leftMessages })] : []),
        ];
    return t.rich('verdict', { strategy: t(`name.${strategy}`), how: t(`how.${strategy}`), what: parts.join(' '), b });
  };
  const sentences = (): ReactNode[] => {
    if (result === null || whole === null) return [];
    const line = whole.log.find(({ text }) => / as always-clean \(.*c1/.test(text) || / as first-only \(.*c0/.test(text))?.text;
    return [
      t('difference'),
      ...strategyStories(whole).map((story) => verdict(story, result)),
      t('sleepers'),
      ...(line === undefined ? [] : [t.rich('log', { line, code })]),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
