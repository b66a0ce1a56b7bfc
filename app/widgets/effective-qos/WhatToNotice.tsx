// What to notice in the finished run: each sentence made from what happened in it.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { pairPoints } from './pairPoints.ts';
import { hasPairs, pairsAt } from './pairs.ts';
import { stopStoryAt } from './stop.ts';
import { stopPoints } from './stopPoints.ts';

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('effectiveQos.notice');
  const b = (text: ReactNode) => <b>{text}</b>;
  const sentences = (): ReactNode[] => {
    if (result === null || whole === null) return [];
    const points = hasPairs(result.scenario)
      ? pairPoints(pairsAt(whole, whole.at), result.scenario)
      : stopPoints(stopStoryAt(whole, whole.at));
    return points.map(({ key, values }) => t.rich(key, { ...values, b }));
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
