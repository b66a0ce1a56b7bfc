// X3: two devices with one client id that both connect again whenever they are thrown out. Neither is ever refused; each connection ends the other one, for ever.
// Left out: the back-off that would slow it down, and the sense to stop that a 5.0 client could have after reason code 0x8E.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface PingPongSetting {
  readonly protocolVersion: ProtocolVersion;
  /** From the end of a connection to the next attempt. Milliseconds, 1 to 3,600,000. */
  readonly reconnectAfterMs: number;
  /** How long to look on. Milliseconds, 1,000 to 3,600,000. */
  readonly lastsMs: number;
  /** `false`: both are `valve-07`. `true`: the cure, an id each. */
  readonly distinctIds: boolean;
}

export const PING_PONG_DEFAULTS: PingPongSetting = { protocolVersion: '3.1.1', reconnectAfterMs: 200, lastsMs: 10_000, distinctIds: false };

/** Clients `first` and `second`, the second a tenth of a second later. */
export function pingPong({ protocolVersion, reconnectAfterMs, lastsMs, distinctIds }: PingPongSetting): Scenario {
  const reconnect = { afterMs: reconnectAfterMs, connect: null };
  const secondId = distinctIds ? 'valve-08' : 'valve-07';
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: ['first', 'second'].map((name) => ({ ...scriptedClient(name, protocolVersion), reconnect })),
    script: [
      { atMs: 0, client: 'first', do: 'connect', connect: passing('valve-07') },
      { atMs: 100, client: 'second', do: 'connect', connect: passing(secondId) },
    ],
    lastsMs,
  });
}
