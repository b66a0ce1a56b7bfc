// What to notice in the finished run: how the broker learned of the end, what it did with the will and why, who was told.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { OFFLINE, ONLINE } from '#simulations';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { PATIENCE, settingsOf, type WillSettings } from './settings.ts';
import { type Story, storyOf } from './story.ts';

const HOUR_SECONDS = 3_600;
const MINUTE_SECONDS = 60;

type End = 'inTime' | 'off' | 'open' | 'timeout' | 'takenOver' | 'told';

/** What became of a connection whose device was cut off without a word. */
function silentEnd({ closed, backAt }: Story, { keepAliveSeconds }: WillSettings): End {
  if (closed === null) return backAt !== null ? 'inTime' : keepAliveSeconds === 0 ? 'off' : 'open';
  return closed.how === 'timeout' || closed.how === 'takenOver' ? closed.how : 'told';
}

type Delay = 'waited' | 'expiry' | 'notCut' | 'cancelled';

/** What the will delay did; `null`: nothing. */
function delayIn(
  { closed, will, expiredAt, backAt }: Story,
  { ending, willDelaySeconds: delay, sessionExpirySeconds: expiry }: WillSettings,
): Delay | null {
  if (closed === null || delay === 0 || expiry === null || ending === 'disconnect') return null;
  if (will === null) return backAt === null ? null : 'cancelled';
  if (expiry === 0) return 'notCut';
  return expiredAt !== null && expiredAt <= will.publishedAt ? 'expiry' : 'waited';
}

type Late = 'told' | 'replaced' | 'stale' | 'nothing';

/** What who subscribes later is told; `null`: nothing that would surprise. */
function lateIn({ will, latecomer, backAt }: Story, { ending }: WillSettings): Late | null {
  if (latecomer === OFFLINE) return 'told';
  if (latecomer === ONLINE && backAt !== null) return 'replaced';
  // After a take-over somebody with its client id is there.
  if (latecomer === ONLINE) return ending === 'takeOver' ? null : 'stale';
  return will === null ? null : 'nothing';
}

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('will.notice');
  const format = useFormatter();
  const seconds = (value: number) => format.number(value, { maximumFractionDigits: 2 });

  const howItEnded = (story: Story, settings: WillSettings): ReactNode[] => {
    const { keepAliveSeconds: keepAlive, ending, willDelaySeconds: delay } = settings;
    const published = String(story.will !== null);
    if (story.cut === null) {
      const kept = ending === 'takeOver' && story.will === null;
      return [
        t(`said.${ending}`, { published, delayed: String(delay > 0) }),
        ...(kept ? [t(delay > 0 ? 'takeOverDelayed' : 'takeOverKept')] : []),
      ];
    }
    const end = silentEnd(story, settings);
    const { closed, lastPacket, backAt } = story;
    const words = {
      last: seconds(lastPacket?.at ?? 0),
      closed: seconds(closed?.at ?? 0),
      waited: seconds((closed?.at ?? 0) - (lastPacket?.at ?? 0)),
      keepAlive,
      patience: seconds(PATIENCE * keepAlive),
    };
    const tooLate = end === 'timeout' && closed !== null && backAt !== null && backAt < closed.at;
    return [
      t(`silent.${end}`, words),
      ...(tooLate ? [t('tooLate', { back: seconds(backAt), closed: words.closed })] : []),
      ...(end === 'timeout' ? [t('price', { keepAlive, pings: Math.round(HOUR_SECONDS / keepAlive) })] : []),
    ];
  };

  const sentences = (): ReactNode[] => {
    if (result === null || whole === null) return [];
    const settings = settingsOf(result.scenario);
    const story = storyOf(whole, settings);
    if (story.meddled) return [t('meddled')];
    const { closed, will, cut, backAt, deviceLostAt } = story;
    const delayed = delayIn(story, settings);
    const late = lateIn(story, settings);
    const waited = will !== null && closed !== null ? seconds(will.publishedAt - closed.at) : '';
    const words = { delay: settings.willDelaySeconds, expiry: settings.sessionExpirySeconds ?? 0, waited };
    const believes = cut === 'cable' && closed !== null && backAt === null;
    return [
      ...howItEnded(story, settings),
      ...(delayed === null ? [] : [t(`delayed.${delayed}`, words)]),
      ...(late === null ? [] : [t(`late.${late}`)]),
      ...(believes && deviceLostAt === null ? [t('believes')] : []),
      ...(cut !== null && backAt === null && deviceLostAt !== null
        ? [t('tcp', { minutes: Math.round((deviceLostAt - story.endedAt) / MINUTE_SECONDS) })]
        : []),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
