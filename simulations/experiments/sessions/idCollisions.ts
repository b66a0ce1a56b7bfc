// A small fleet whose devices draw their client ids and connect once each, one after the other. A device with an id that is taken is not refused: it takes the connection over, and the
// one that had it is thrown out. Nobody comes back, so that each shared id counts once for every device but its first. The seed draws the ids.
// Left out: the reconnects that would make a ping-pong of it (X3), and time: the order alone decides.
import { randomStream } from '../../engine/random.ts';
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface IdCollisionsSetting {
  readonly seed: number;
  readonly protocolVersion: ProtocolVersion;
  /** 2 to 50. */
  readonly devices: number;
  /** Ids that can be drawn, all equally likely. 1 to 100,000. */
  readonly ids: number;
  /** Characters that the drawn number is written with, at least 2 different ones, and how many of them. */
  readonly alphabet: string;
  readonly characters: number;
  readonly prefix: string;
}

export const ID_COLLISIONS_DEFAULTS: IdCollisionsSetting = {
  seed: 1,
  protocolVersion: '3.1.1',
  devices: 48,
  ids: 256,
  alphabet: '0123456789abcdef',
  characters: 2,
  prefix: '',
};

const EVERY_MS = 50;

/** The ids as the seed draws them, in the order of the devices. */
export function drawnIds({ seed, devices, ids, alphabet, characters, prefix }: IdCollisionsSetting): readonly string[] {
  const chance = randomStream(seed, 'client ids');
  return Array.from(
    { length: devices },
    () => prefix + spelled(Math.floor(chance.next() * ids), alphabet).padStart(characters, alphabet.charAt(0)),
  );
}

function spelled(number: number, alphabet: string): string {
  const digit = alphabet.charAt(number % alphabet.length);
  return number < alphabet.length ? digit : spelled(Math.floor(number / alphabet.length), alphabet) + digit;
}

export function idCollisions(setting: IdCollisionsSetting): Scenario {
  const { seed, protocolVersion } = setting;
  const ids = drawnIds(setting);
  const name = (index: number) => `device ${index + 1}`;
  return sessionScenario({
    seed,
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: ids.map((_, index) => scriptedClient(name(index), protocolVersion)),
    script: ids.map((clientId, index) => ({ atMs: index * EVERY_MS, client: name(index), do: 'connect', connect: passing(clientId) })),
    lastsMs: ids.length * EVERY_MS + 500,
    watchSessions: false,
  });
}
