// Who stands on the stage of a scripted run: its clients and programs, each with its link, and the client ids known beforehand, which give the broker's drawers
// their places.
import {
  type ClientLibrary,
  fromMilliseconds,
  type LinkScenario,
  type Microseconds,
  type ProgramScenario,
  type QoS,
  type Scenario,
} from '#simulations';

/** What runs in a client with a will of its own. */
export interface BenchProgram {
  readonly library: ClientLibrary;
  readonly hardware: 'esp32' | 'computer';
  /** It has a buffer of its own for the time without a connection. */
  readonly buffers: boolean;
  /** The level that it publishes at; `null`: it does not. */
  readonly qos: QoS | null;
  /** When the access point of an ESP32 goes and comes back, in order. The chip itself notices later. */
  readonly accessPoint: readonly { readonly at: Microseconds; readonly there: boolean }[];
}

export interface BenchClient {
  /** Its name in the run's events. */
  readonly name: string;
  readonly link: LinkScenario;
  /** `null`: a client that does what a script says. */
  readonly program: BenchProgram | null;
}

export interface BenchCast {
  readonly clients: readonly BenchClient[];
  /** In the order in which the script first uses them; then those of the programs. */
  readonly clientIds: readonly string[];
  /** Programs whose ids show only in the run. */
  readonly strangers: number;
  /** Clients beyond the most that the stage shows. */
  readonly unseen: number;
}

/** Drawers that stand open for them from the start, at least one. */
export function drawersOf({ clientIds, strangers }: BenchCast): number {
  return Math.max(1, clientIds.length + strangers);
}

/** The most clients that the stage shows. */
export const MOST_CLIENTS = 50;

type Script = NonNullable<Scenario['script']>;

function programOf({ name, library, runsOn, offlineBuffer, publishing }: ProgramScenario, script: Script): BenchProgram {
  // PubSubClient knows no other level.
  const qos = publishing === null ? null : library === 'pubSubClient' ? 0 : publishing.qos;
  const accessPoint = script.flatMap((step) =>
    (step.do === 'loseWifi' || step.do === 'restoreWifi') && step.client === name
      ? [{ at: fromMilliseconds(step.atMs), there: step.do === 'restoreWifi' }]
      : [],
  );
  return { library, hardware: runsOn.hardware, buffers: offlineBuffer !== null, qos, accessPoint };
}

/** Whether the client's access point is there at that instant; clients without Wi-Fi lack nothing. */
export function hasSignal({ program }: BenchClient, at: Microseconds): boolean {
  return program?.accessPoint.findLast((change) => change.at <= at)?.there ?? true;
}

/** `hidden`: clients that measure and are no part of the story. */
export function castOf({ clients = [], programs = [], script = [] }: Scenario, hidden: readonly string[] = []): BenchCast {
  const shown = clients.filter(({ name }) => !hidden.includes(name));
  const acting = programs.filter(({ name }) => !hidden.includes(name));
  const ids = new Set<string>();
  const inOrder = [...script].sort((one, other) => one.atMs - other.atMs);
  for (const step of inOrder)
    if (step.do === 'connect' && !hidden.includes(step.client) && step.connect.clientId !== '') ids.add(step.connect.clientId);
  for (const { reconnect } of shown) if (reconnect?.connect) ids.add(reconnect.connect.clientId);
  const fixed = acting.flatMap(({ clientId }) => (clientId.from === 'fixed' && clientId.text !== '' ? [clientId.text] : []));
  for (const id of fixed) ids.add(id);
  const all = [
    ...shown.map(({ name, link }) => ({ name, link, program: null })),
    ...acting.map((program) => ({ name: program.name, link: program.link, program: programOf(program, inOrder) })),
  ];
  return {
    clients: all.slice(0, MOST_CLIENTS),
    clientIds: [...ids],
    strangers: acting.length - fixed.length,
    unseen: Math.max(0, all.length - MOST_CLIENTS),
  };
}
