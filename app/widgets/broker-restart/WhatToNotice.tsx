// What to notice in the finished run: each sentence made from what happened in it and from what the broker had been told to write.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { beganClean, persistenceOf, readingsIn, signalsIn } from './settings.ts';
import { type Standing, storyOf } from './story.ts';

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('brokerRestart.notice');
  const format = useFormatter();
  const code = (text: ReactNode) => <code>{text}</code>;
  const sentences = (): ReactNode[] => {
    if (result === null || whole === null) return [];
    const { scenario } = result;
    const readings = readingsIn(scenario);
    const story = storyOf(whole, readings);
    const { end, saves, before, after } = story;
    if (end === null) return [t('noEnd')];
    if (after === null) return [t('stayedDown')];
    const persistence = persistenceOf(scenario);
    const { interval } = persistence;
    const onChanges = String(persistence.onChanges);
    const save = saves.at(-1);
    const signals = signalsIn(scenario);
    const autosaves = saves.length - signals - (end.how === 'stopped' ? 1 : 0);
    const lost = readings - story.got;
    const notWritten = save?.held.session === true && !after.session && beganClean(scenario);
    const seconds = (value: number) => format.number(value, { maximumFractionDigits: 2 });
    const why = (): ReactNode => {
      if (!persistence.on) return t.rich('off', { signalled: String(signals > 0), code });
      if (save === undefined) return t.rich(interval === 0 ? 'neverAutosaves' : 'neverDue', { interval, onChanges, code });
      if (end.how === 'stopped') return t.rich('stopSaves', { line: save.line, code });
      return t.rich('lastSave', { saves: saves.length, seconds: seconds(save.atSeconds), held: save.held.waiting, line: save.line, code });
    };
    const shown = (newest: Standing['retained'], level: Standing['retained']): ReactNode[] => {
      if (level === 'unknown') return [];
      if (level === null) return [t('nothingShown')];
      return [level === newest ? t('retainedKept', { level }) : t('oldLevel', { level, newest: Number(newest ?? 0) })];
    };
    const got = (): ReactNode => {
      if (story.foundSession === null) return t('notBack');
      return lost === 0 ? t('allGot', { readings }) : t('lost', { got: story.got, readings, lost, acknowledged: story.acknowledged });
    };
    return [
      t(`end.${end.how}`),
      why(),
      ...(notWritten ? [t.rich('cleanStart', { code })] : []),
      got(),
      ...shown(before.retained, after.retained),
      ...(story.foundSession === null ? [] : [t(story.foundSession ? 'subscribed' : 'deaf', { heard: String(story.heardAfterwards) })]),
      ...(persistence.on && signals > 0 ? [t('signal')] : []),
      ...(persistence.on && autosaves > 0 ? [t.rich('counting', { interval, onChanges, code })] : []),
      ...(end.how === 'killed' && lost > 0 ? [t.rich('cure', { on: String(persistence.on), never: String(interval === 0), code })] : []),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
