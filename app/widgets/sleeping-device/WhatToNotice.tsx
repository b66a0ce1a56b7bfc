// What to notice in the finished run: each sentence made from what happened in it.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CURRENT_MILLIAMPS, dutyMilliamps, type ProgramScenario, SLEEPING_DEVICE, toMilliseconds } from '#simulations';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { BATTERY_MILLIAMP_HOURS, costsOf, daysAt, endurance, type Story, storyOf } from './story.ts';

/** What the same wake-ups would come to with this between them. Milliseconds. */
const TEN_MINUTES_MS = 600_000;

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('sleepingDevice.notice');
  const format = useFormatter();
  const percent = (ratio: number) => format.number(ratio, { style: 'percent' });
  const commands = (story: Story, program: ProgramScenario): ReactNode[] => {
    const { got, sent, meanWaitMs, found, wakeUps, subscribes, waiting } = story;
    if (found > 0)
      return [
        t('kept', { got, sent, wait: (meanWaitMs ?? 0) / 1_000, wakeUps, subscribes }),
        ...(waiting > 0 ? [t('waiting', { waiting })] : []),
      ];
    if (program.cleanStart === true) return [t('clean', { got, sent, subscribes })];
    if (program.sessionExpirySeconds === null) return [t('noSession', { got, sent })];
    return [t('expired', { got, sent, expiry: program.sessionExpirySeconds ?? 0 })];
  };
  const energyWords = (story: Story, durationMs: number): ReactNode[] => {
    if (story.energy === null || story.round === null) return [];
    const [most, second] = costsOf(story.energy);
    if (most === undefined || second === undefined) return [];
    const { milliamps, days } = endurance(story.energy, durationMs);
    const awakeMilliamps = (milliamps * story.round.periodMs) / story.round.awakeMs;
    const rarely = dutyMilliamps({ milliamps: awakeMilliamps, ms: story.round.awakeMs }, CURRENT_MILLIAMPS.deepSleep, TEN_MINUTES_MS);
    return [
      t('costs', {
        most: t(`cost.${most.cost}`),
        share: percent(most.ratio),
        second: t(`then.${second.cost}`),
        rest: percent(second.ratio),
        kind: most.cost,
      }),
      t('battery', {
        days,
        rarely: daysAt(rarely),
        seldom: String(story.round.periodMs * 2 > TEN_MINUTES_MS),
        capacity: BATTERY_MILLIAMP_HOURS,
      }),
    ];
  };
  const sentences = (): ReactNode[] => {
    const program = result?.scenario.programs?.find(({ name }) => name === SLEEPING_DEVICE);
    if (result === null || whole === null || program === undefined) return [];
    const story = storyOf(whole);
    return [
      ...commands(story, program),
      ...energyWords(story, toMilliseconds(result.endsAt)),
      program.sleep?.saysGoodbye === true
        ? t('goodbye')
        : t('noGoodbye', { patience: (program.keepAliveSeconds ?? 0) * 1.5, keeps: String(program.cleanStart !== true) }),
      t('leftOut'),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
