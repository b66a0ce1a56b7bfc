// Machines to take over, each with where its numbers come from (`fleet.server.sources`): measured by `npm run bench`, one run of a noisy machine, so two digits.
import type { ServerValues } from './knobs.ts';

export interface ServerPreset {
  readonly key: 'teaching' | 'plain' | 'ecdsa' | 'rsa';
  readonly values: Pick<ServerValues, 'rate' | 'messageRate' | 'backlog' | 'handshake'>;
}

export const SERVER_PRESETS: readonly ServerPreset[] = [
  { key: 'teaching', values: { rate: 50, messageRate: 20_000, backlog: 49, handshake: 2 } },
  { key: 'plain', values: { rate: 9_700, messageRate: 31_000, backlog: 100, handshake: 1 } },
  { key: 'ecdsa', values: { rate: 1_300, messageRate: 31_000, backlog: 100, handshake: 2 } },
  { key: 'rsa', values: { rate: 630, messageRate: 31_000, backlog: 100, handshake: 2 } },
];
