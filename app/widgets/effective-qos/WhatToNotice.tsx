// What to notice in the finished run: each sentence made from what happened in it.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { type ChancePointKey, chancePoints } from './chancePoints.ts';
import { chancesAt } from './chances.ts';
import { type PairPointKey, type Point, pairPoints } from './pairPoints.ts';
import { pairsAt } from './pairs.ts';
import { sceneOf } from './scene.ts';
import { stopStoryAt } from './stop.ts';
import { type StopPointKey, stopPoints } from './stopPoints.ts';

function pointsOf(whole: RunView, scenario: Scenario): readonly Point<PairPointKey | ChancePointKey | StopPointKey>[] {
  switch (sceneOf(scenario)) {
    case 'matrix':
      return pairPoints(pairsAt(whole, whole.at), scenario);
    case 'chance':
      return chancePoints(chancesAt(whole, whole.at, scenario));
    case 'stop':
      return stopPoints(stopStoryAt(whole, whole.at));
  }
}

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('effectiveQos.notice');
  const b = (text: ReactNode) => <b>{text}</b>;
  const points = result === null || whole === null ? [] : pointsOf(whole, result.scenario);
  return <Sentences title={t('title')} empty={t('empty')} sentences={points.map(({ key, values }) => t.rich(key, { ...values, b }))} />;
}
