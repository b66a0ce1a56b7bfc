// What to notice in the finished run: each sentence made from what happened in it.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type ProgramScenario, runsOnChip } from '#simulations';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { SENSOR, type Story, storyOf } from './story.ts';

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('offlinePublisher.notice');
  const code = (text: ReactNode) => <code>{text}</code>;
  const losses = ({ fates, noticedAfterMs }: Story, program: ProgramScenario): ReactNode[] => [
    ...(fates.sent > 0 && noticedAfterMs !== null ? [t('void', { lost: fates.sent, seconds: noticedAfterMs / 1_000 })] : []),
    ...(fates.givenBack > 0 ? [t('givenBack', { lost: fates.givenBack })] : []),
    ...(fates.libraryForgot > 0 ? [t(`forgot.${program.library === 'espMqtt' ? 'expired' : 'other'}`, { lost: fates.libraryForgot })] : []),
    ...(fates.bufferFull > 0 && program.offlineBuffer !== null
      ? [t(`full.${program.offlineBuffer.whenFull}`, { lost: fates.bufferFull, slots: program.offlineBuffer.slots })]
      : []),
    ...(fates.waits > 0 ? [t('waits', { waits: fates.waits })] : []),
    ...(fates.memoryLost > 0 ? [t('memoryLost', { lost: fates.memoryLost, place: program.offlineBuffer?.place ?? 'none' })] : []),
  ];
  const sentences = (): ReactNode[] => {
    const program = result?.scenario.programs?.find(({ name }) => name === SENSOR);
    if (result === null || whole === null || program === undefined) return [];
    const story = storyOf(whole, result.scenario);
    const line = whole.serial.findLast(({ text }) => text.startsWith('buffer:') || text.startsWith('publish'))?.text;
    const askedMore = (program.publishing?.qos ?? 0) > 0 && program.library === 'pubSubClient';
    return [
      t('session', {
        kept: String(!program.cleanStart),
        got: String(story.gotCommand),
        outage: story.noticedAfterMs === null ? 'unnoticed' : 'noticed',
      }),
      ...(askedMore ? [t('onlyQosZero')] : []),
      ...losses(story, program),
      ...(story.arrivedMeanwhile === story.madeMeanwhile && story.madeMeanwhile > 0 ? [t('allThrough')] : []),
      story.inOrder ? t('inOrder') : t('outOfOrder'),
      ...(story.copies > 0 ? [t('copies', { copies: story.copies })] : []),
      ...(line === undefined ? [] : [t.rich('serial', { line, code })]),
      ...(runsOnChip(program.library) ? [] : [t('noChip')]),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
