// The advice as lines for mosquitto.conf and as the settings of a client program. What the senders must do and what the receiver must check stands in the advice, not in these.
import type { ProtocolVersion } from '#simulations';
import type { ConfSetting } from '../client-code/confText.ts';
import type { ClientCodeSetting, ClientIdCode } from '../client-code/setting.ts';
import type { Advice } from './advise.ts';
import { roomOf } from './practice.ts';
import type { Answers } from './questions.ts';
import type { Amounts } from './roles.ts';

/** What the advice asks of the broker; empty: nothing. */
export function brokerSettings(advice: Advice, amounts: Amounts): readonly ConfSetting[] {
  const room = roomOf(advice, amounts);
  if (room === null) return [];
  const queue: readonly ConfSetting[] = advice.queue
    ? [
        {
          key: 'max_queued_messages',
          value: room.queuedMessages,
          why: 'For each client: twice what comes while the session is kept. The newest is dropped when it is full.',
        },
      ]
    : [];
  const disk: readonly ConfSetting[] =
    advice.disk === 'everyChange'
      ? [
          { key: 'persistence', value: true, why: 'Sessions and what waits in them survive a restart of the broker.' },
          { key: 'autosave_on_changes', value: true, why: 'The file is written when something has changed, not every half hour,' },
          { key: 'autosave_interval', value: 1, why: 'and after each single change: a crash loses next to nothing.' },
        ]
      : [];
  return [
    ...queue,
    {
      key: 'persistent_client_expiration',
      value: room.brokerExpiration,
      why: 'Orphans end. It holds for every client of this broker: it must suit the one that is away the longest.',
    },
    ...disk,
  ];
}

const ID_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const KEEP_ALIVE_SECONDS = 60;
const DEMO_EVERY_MS = 10_000;

export function clientCode(
  advice: Advice,
  answers: Answers,
  amounts: Amounts,
  protocolVersion: ProtocolVersion,
  purpose: string,
): ClientCodeSetting {
  const room = roomOf(advice, amounts);
  const { subscription, publishing, session } = advice;
  return {
    purpose,
    protocolVersion,
    clientId: idCode(advice, answers),
    cleanStart: session === 'clean',
    sessionExpirySeconds: protocolVersion === '5.0' && room !== null ? room.expirySeconds : null,
    keepAliveSeconds: KEEP_ALIVE_SECONDS,
    publish: publishing === null ? null : { topicName: 'site/7/state', payload: 'here', qos: publishing, everyMs: DEMO_EVERY_MS },
    subscribe: subscription === null ? null : { topicFilter: 'site/7/cmd', qos: subscription.qos },
  };
}

function idCode({ clientId }: Pick<Advice, 'clientId'>, { runsOn }: Answers): ClientIdCode {
  if (clientId === 'mac') return { from: 'mac', prefix: 'ESP32_' };
  const drawn = { from: 'random', prefix: runsOn === 'tool' ? 'tool' : 'app', alphabet: ID_ALPHABET, characters: 12 } as const;
  return clientId === 'throwaway' ? { ...drawn, keeps: false } : drawn;
}
