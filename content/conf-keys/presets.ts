// Ready-made changes to a lab's own configuration. What they do not name stays as the lab has it, so that its files and its listener still fit.
import type { Setting } from './editing.ts';

export interface ConfPreset {
  readonly id: string;
  readonly title: string;
  /** What to watch for. */
  readonly why: string;
  readonly settings: readonly Setting[];
}

export const CONF_PRESETS: readonly ConfPreset[] = [
  {
    id: 'small-queue',
    title: 'Small queue',
    why: 'Two messages wait for each client, no more. What comes later is dropped, and its publisher is told that all went well.',
    settings: [['max_queued_messages', '2']],
  },
  {
    id: 'no-limits',
    title: 'No limits',
    why: 'Everything waits, for everybody, as long as there is memory. Good for a look, not for a broker that must last.',
    settings: [
      ['max_queued_messages', '0'],
      ['max_queued_bytes', '0'],
      ['max_inflight_messages', '0'],
    ],
  },
  {
    id: 'one-by-one',
    title: 'One by one',
    why: 'The next message goes only when the one before it is acknowledged: order for certain, at the price of a round trip each.',
    settings: [['max_inflight_messages', '1']],
  },
  {
    id: 'written-down',
    title: 'Written at every change',
    why: 'The broker writes its memory down whenever it changes: even a crash loses next to nothing.',
    settings: [
      ['persistence', 'true'],
      ['autosave_on_changes', 'true'],
      ['autosave_interval', '1'],
    ],
  },
  {
    id: 'qos0-waits',
    title: 'QoS 0 waits too',
    why: 'Messages of QoS 0 are kept for clients that are away, unless the queue is full.',
    settings: [['queue_qos0_messages', 'true']],
  },
  {
    id: 'orphans-go',
    title: 'Orphans go after an hour',
    why: 'A session whose client stays away for an hour is forgotten, in every version of MQTT.',
    settings: [['persistent_client_expiration', '1h']],
  },
  {
    id: 'closed-door',
    title: 'Closed door',
    why: 'Nobody gets in without a user name. Clients that send none hear CONNACK 0x05, in MQTT 5.0 0x87.',
    settings: [['allow_anonymous', 'false']],
  },
  {
    id: 'short-patience',
    title: 'Short patience',
    why: 'Nobody may be silent for longer than two seconds, and a half as long again. MQTT 5.0 is told; 3.1.1 is refused with 0x02.',
    settings: [['max_keepalive', '2']],
  },
];
