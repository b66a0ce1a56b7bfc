// What to notice in the finished run: each sentence made from what happened in it.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { orphanMemory } from '#simulations';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { type Story, storyOf } from './story.ts';

const DAYS = 365;
const FLEET = 1_000;
const MEGABYTE = 1e6;

/** The cure has taken away what this shows: all starts went by one id. */
function isOne({ ids, starts }: Story): boolean {
  return ids === 1 && starts > 1;
}

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('orphans.notice');
  const format = useFormatter();
  const code = (text: ReactNode) => <code>{text}</code>;
  const sentences = (): ReactNode[] => {
    if (result === null || whole === null) return [];
    const story = storyOf(whole);
    const { starts, present, most, published, got, expired, line, atEnd, ids } = story;
    if (starts === 0) return [t('nothing')];
    const left = atEnd - 1;
    const piles = most.sessions > 1;
    const years = DAYS * FLEET;
    const megabytes = format.number(orphanMemory({ sessions: years, copies: 0, messages: 0, payloadBytes: 0 }) / MEGABYTE, {
      maximumFractionDigits: 0,
    });
    return [
      ...(piles ? [t('piles', { starts, present, most: most.sessions })] : []),
      ...(isOne(story) && !piles ? [t(present > 0 ? 'one' : 'oneClean', { starts, present })] : []),
      ...(ids > 1 && !piles ? [t('nothingKept', { starts })] : []),
      ...(published > 0 ? [t(got === published ? 'gotAll' : 'gotNot', { got, published, copies: most.copies })] : []),
      ...(expired > 0 ? [t('expired', { expired, left })] : []),
      ...(line === null ? [] : [t.rich('log', { line, code })]),
      ...(left > 0 && expired === 0 ? [t.rich('silent', { code }), t('fleet', { fleet: FLEET, sessions: years, megabytes })] : []),
      ...(piles ? [t.rich(expired > 0 ? 'expiryIsNoCure' : 'cure', { code })] : []),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
