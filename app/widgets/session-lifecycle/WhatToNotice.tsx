// What to notice in the finished run: each sentence made from what happened in it and from what the device had asked for.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LIFECYCLE_KEEP_ALIVE_SECONDS } from '#simulations';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { commandsIn, type Story, storyOf } from './story.ts';
import { whyLost } from './whyLost.ts';

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('sessionLifecycle.notice');
  const code = (text: ReactNode) => <code>{text}</code>;
  const subscription = ({ foundSession, subscribedAgain, gotAfterwards }: Story): ReactNode[] => {
    if (foundSession === null) return [];
    if (subscribedAgain) return [foundSession ? t('needless') : t('subscribedAgain')];
    if (foundSession) return gotAfterwards ? [t('subscriptionKept')] : [];
    return gotAfterwards ? [] : [t('deaf')];
  };
  const sentences = (): ReactNode[] => {
    if (result === null || whole === null) return [];
    const { scenario } = result;
    const story = storyOf(whole);
    const v5 = String(scenario.protocolVersion === '5.0');
    const why = story.foundSession === false ? whyLost(scenario, whole.log) : null;
    const commands = commandsIn(scenario);
    return [
      story.foundSession === null ? t('notBack') : story.foundSession ? t('kept') : t('gone'),
      ...(why === null ? [] : [t(`why.${why}`, { v5 })]),
      t('commands', { got: story.got, commands, copies: story.copies }),
      ...(commands > 0 && story.allTaken ? [t('puback', { commands })] : []),
      ...subscription(story),
      ...(story.line === null ? [] : [t.rich('log', { line: story.line, code })]),
      ...(scenario.script?.some((step) => step.do === 'pullCable')
        ? [
            t(story.outlasted ? 'cable' : 'cableUnnoticed', {
              keepAlive: LIFECYCLE_KEEP_ALIVE_SECONDS,
              patience: LIFECYCLE_KEEP_ALIVE_SECONDS * 1.5,
            }),
          ]
        : []),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
