// What to notice in the finished run: each sentence made from what happened in it.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { firstEnds, goesOn, storyOf } from './story.ts';

function hex(code: number): string {
  return `0x${code.toString(16).toUpperCase().padStart(2, '0')}`;
}

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('takeOver.notice');
  const code = (text: ReactNode) => <code>{text}</code>;
  const sentences = (): ReactNode[] => {
    if (result === null || whole === null) return [];
    const story = storyOf(whole);
    const { protocolVersion } = result.scenario;
    const again = goesOn(result.scenario);
    if (story.thrownOut === 0) return story.oneId ? [t('noRival'), t('cureThis')] : [t('peace'), t('cure')];
    const [reason] = story.reasons;
    return [
      t('accepted', { connects: story.connects, refusals: story.refusals }),
      ...(story.line === null ? [] : [t.rich('log', { line: story.line, code })]),
      reason === undefined ? t('bareClose', { version: protocolVersion }) : t('told', { reason: hex(reason) }),
      ...(again ? [t('goesOn', { thrownOut: story.thrownOut, connects: story.connects, told: String(reason !== undefined) })] : []),
      ...(story.secondFoundSession === null || again ? [] : [t('session', { present: String(story.secondFoundSession) })]),
      ...(story.willPublished === null
        ? []
        : [t('will', { published: String(story.willPublished), firstEnds: String(firstEnds(result.scenario)) })]),
      t('cureThis'),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
