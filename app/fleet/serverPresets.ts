// Machines to take over, each with where its numbers come from (`fleet.server.sources`).
import type { ServerValues } from './knobs.ts';

export interface ServerPreset {
  readonly key: 'teaching' | 'plain' | 'ecdsa' | 'rsa';
  readonly values: Pick<ServerValues, 'rate' | 'messageRate' | 'backlog' | 'handshake'>;
}

export const SERVER_PRESETS: readonly ServerPreset[] = [
  { key: 'teaching', values: { rate: 50, messageRate: 20_000, backlog: 49, handshake: 2 } },
];
