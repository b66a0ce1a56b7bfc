// What to notice in the finished run: each sentence made from what happened in it.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Scenario } from '#simulations';
import { Sentences } from '../../lab/Sentences.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { expiryOf, limitsOf, questionOf } from './scenarioFacts.ts';
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
  const values = { expired: count.expired, dropped: count.dropped };
  if (count.expired === 0) return [{ key: 'expiredNone' }];
  return count.dropped > 0 ? [{ key: 'expiredHold', values }] : [{ key: 'expiredAway', values }];
}

function ofQos0({ messages, counted }: Story): readonly Sentence[] {
  const zero = messages.filter(({ qos }) => qos === 0);
  if (zero.length === 0) return [];
  const dropped = zero.filter(({ fate }) => fate === 'dropped').length;
  return dropped === 0
    ? [{ key: 'qos0Kept', values: { zero: zero.length } }]
    : [{ key: 'qos0Dropped', values: { dropped, counted: counted ?? 0 } }];
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

const LONG_MS = 20_000;

function isLong({ lastsMs = 0 }: Scenario): boolean {
  return lastsMs > LONG_MS;
}

function ofQueue(scenario: Scenario, story: Story): readonly Sentence[] {
  const { count, messages, keptMost, counted, acknowledged } = story;
  const { queuedMessages, queuedBytes, inFlight } = limitsOf(scenario);
  const confirmed = messages.filter(({ qos }) => qos > 0);
  const dropped = confirmed.filter(({ fate }) => fate === 'dropped').length;
  const silent = keptMost.inFlight > 0;
  const values = {
    kept: keptMost.messages,
    bytes: keptMost.bytes,
    dropped,
    queuedMessages,
    queuedBytes,
    queued: keptMost.queued,
    inFlight: keptMost.inFlight,
  };
  if (dropped === 0) {
    if (count.delivered < confirmed.length) return [];
    if (count.dropped > 0) return [];
    return [{ key: queuedMessages === 0 && queuedBytes === 0 ? 'noLimit' : 'allKept', values }];
  }
  return [
    ...(count.expired > 0 ? [] : [{ key: 'newestDropped', values } as const]),
    ...(queuedBytes > 0 ? [{ key: 'bytesRule', values } as const] : []),
    ...(silent && queuedMessages > 0 ? [{ key: 'silentWindow', values: { ...values, window: inFlight } } as const] : []),
    ...(acknowledged >= confirmed.length ? [{ key: 'acknowledged', values: { acknowledged } } as const] : []),
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
        : [...ofLifetimes(story), ...ofQos0(story), ...ofSession(scenario, story), ...ofQueue(scenario, story)];
    return [
      ...told.map(({ key, values = {} }) => t.rich(key, { ...values, code })),
      ...story.lines.map((line) => t.rich('log', { line, code })),
      ...(story.messages.length === 0 ? [t('nothing')] : []),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
