// What to notice in the finished run: each sentence made from what happened in it.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Scenario } from '#simulations';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { expiryOf, limitsOf, questionOf, subscriptionQosOf } from './scenarioFacts.ts';
import { type Story, storyOf } from './story.ts';

type Key =
  | 'burstSwallowed'
  | 'burstRefused'
  | 'burstFits'
  | 'burstCure'
  | 'expiredHold'
  | 'expiredAway'
  | 'expiredNone'
  | 'qos0Dropped'
  | 'lowered'
  | 'qos0Kept'
  | 'goneWithSession'
  | 'noSession'
  | 'noSessionTold'
  | 'noExpiry'
  | 'newestDropped'
  | 'bytesRule'
  | 'silentWindow'
  | 'acknowledged'
  | 'counter'
  | 'allKept'
  | 'allInFlight'
  | 'noLimit';

interface Sentence {
  readonly key: Key;
  readonly values?: Record<string, string | number>;
}

function ofBurst(scenario: Scenario, story: Story): readonly Sentence[] {
  const { inFlight } = limitsOf(scenario);
  const { count, messages } = story;
  const values = { inFlight, dropped: count.dropped, refused: count.refused, messages: messages.length };
  if (count.dropped === 0 && count.refused === 0) return [{ key: 'burstFits', values }];
  return [
    ...(count.dropped > 0 ? [{ key: 'burstSwallowed', values } as const] : []),
    ...(count.refused > 0 ? [{ key: 'burstRefused', values } as const] : []),
    { key: 'burstCure', values },
  ];
}

function ofLifetimes({ count, messages }: Story): readonly Sentence[] {
  if (!messages.some(({ lifetimeSeconds }) => lifetimeSeconds !== null)) return [];
  // Those with a lifetime may have met a full queue as well, but before anything in it had expired.
  const dropped = messages.filter(({ fate, lifetimeSeconds }) => fate === 'dropped' && lifetimeSeconds === null).length;
  const values = { expired: count.expired, dropped };
  if (count.expired === 0) return [{ key: 'expiredNone' }];
  return dropped > 0 ? [{ key: 'expiredHold', values }] : [{ key: 'expiredAway', values }];
}

/** What the broker hands on at QoS 0: it came so, or the valve subscribed so. [v3.1.1 §3.8.4] */
function goesAtZero(scenario: Scenario): (message: Story['messages'][number]) => boolean {
  const granted = subscriptionQosOf(scenario);
  return ({ qos }) => Math.min(qos, granted) === 0;
}

function ofQos0(scenario: Scenario, { messages, counted }: Story): readonly Sentence[] {
  const zero = messages.filter(goesAtZero(scenario));
  if (zero.length === 0) return [];
  const lowered = zero.filter(({ qos }) => qos > 0).length;
  const dropped = zero.filter(({ fate }) => fate === 'dropped').length;
  return [
    ...(lowered > 0 ? [{ key: 'lowered', values: { lowered } } as const] : []),
    dropped === 0 ? { key: 'qos0Kept', values: { zero: zero.length } } : { key: 'qos0Dropped', values: { dropped, counted: counted ?? 0 } },
  ];
}

function ofSession(scenario: Scenario, { count, toldNobody }: Story): readonly Sentence[] {
  const five = scenario.protocolVersion === '5.0';
  const values = { gone: count.goneWithSession, later: count.noSession };
  const ended = count.goneWithSession + count.noSession > 0;
  return [
    ...(count.goneWithSession > 0 ? [{ key: 'goneWithSession', values } as const] : []),
    ...(count.noSession > 0 ? [{ key: toldNobody > 0 ? 'noSessionTold' : 'noSession', values } as const] : []),
    ...(!ended && !five && limitsOf(scenario).persistentClientExpiration === null && expiryOf(scenario) === null && isLong(scenario)
      ? [{ key: 'noExpiry' } as const]
      : []),
  ];
}

/** With so much room a lab's messages never fill the queue: there is no limit to lower. */
const MOSQUITTOS_OWN_LIMIT = 1_000;
const LONG_MS = 20_000;

function isLong({ lastsMs = 0 }: Scenario): boolean {
  return lastsMs > LONG_MS;
}

function ofQueue(scenario: Scenario, story: Story): readonly Sentence[] {
  const { count, messages, keptMost, counted, acknowledged } = story;
  const { queuedMessages, queuedBytes, inFlight } = limitsOf(scenario);
  const atZero = goesAtZero(scenario);
  const confirmed = messages.filter((message) => !atZero(message));
  const zeroKept = messages.filter((message) => atZero(message) && message.fate !== 'dropped').length;
  const acknowledgeable = messages.filter(({ qos }) => qos > 0).length;
  const dropped = confirmed.filter(({ fate }) => fate === 'dropped').length;
  const silent = keptMost.inFlight > 0;
  const values = {
    kept: Math.max(0, keptMost.messages - zeroKept),
    limited: String(queuedBytes > 0 || queuedMessages < MOSQUITTOS_OWN_LIMIT),
    bytes: keptMost.bytes,
    dropped,
    queuedMessages,
    queuedBytes,
    queued: keptMost.queued,
    inFlight: keptMost.inFlight,
  };
  const told = acknowledgeable > 0 && acknowledged >= acknowledgeable ? [{ key: 'acknowledged', values: { acknowledged } } as const] : [];
  if (confirmed.length === 0) return count.dropped > 0 ? told : [];
  if (dropped === 0) {
    if (count.delivered < confirmed.length) return [];
    if (count.dropped > 0) return [];
    if (silent && keptMost.queued === 0) return [{ key: 'allInFlight', values }];
    return [{ key: queuedMessages === 0 && queuedBytes === 0 ? 'noLimit' : 'allKept', values }];
  }
  return [
    ...(count.expired > 0 ? [] : [{ key: 'newestDropped', values } as const]),
    ...(queuedBytes > 0 ? [{ key: 'bytesRule', values } as const] : []),
    ...(silent && queuedMessages > 0 ? [{ key: 'silentWindow', values: { ...values, window: inFlight } } as const] : []),
    ...told,
    ...(counted === null || counted === 0 ? [] : [{ key: 'counter', values: { counted } } as const]),
  ];
}

export function WhatToNotice({ result, whole }: OutcomePartProps) {
  const t = useTranslations('queue.notice');
  const code = (text: ReactNode) => <code>{text}</code>;
  const sentences = (): ReactNode[] => {
    if (result === null || whole === null) return [];
    const { scenario } = result;
    const story = storyOf(scenario, whole);
    const told =
      questionOf(scenario) === 'burst'
        ? ofBurst(scenario, story)
        : [...ofLifetimes(story), ...ofQos0(scenario, story), ...ofSession(scenario, story), ...ofQueue(scenario, story)];
    return [
      ...told.map(({ key, values = {} }) => t.rich(key, { ...values, code })),
      ...story.lines.map((line) => t.rich('log', { line, code })),
      ...(story.messages.length === 0 ? [t('nothing')] : []),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
