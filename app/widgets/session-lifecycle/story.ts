// What became of the session in a finished run, read from its events: what the device got, what it was told on its return, what the broker noted.
import type { RunEvent, Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';

export const DEVICE = 'device';
const COMMANDER = 'commander';
const COMMAND = 'open ';
const AFTERWARDS = 'after';

/** Log lines of the broker that tell the story of the session, in the order of their rank. */
const TELLING = ['Expiring client', 'exceeded timeout', 'closed its connection', 'disconnected.'] as const;

export interface Story {
  /** Different commands of those sent meanwhile that it was given, and copies beyond the first. */
  readonly got: number;
  readonly copies: number;
  /** It was given the command that was sent after its return. */
  readonly gotAfterwards: boolean;
  /** What it was told on its return; `null`: it did not come back. */
  readonly foundSession: boolean | null;
  readonly subscribedAgain: boolean;
  /** The broker acknowledged whatever the commander published. */
  readonly allTaken: boolean;
  /** The broker waited for the device in vain and gave its connection up. */
  readonly outlasted: boolean;
  /** What the broker logged about the end of its connection or session; `null`: nothing. */
  readonly line: string | null;
}

/** How many commands are sent while the device is away. */
export function commandsIn({ script = [] }: Scenario): number {
  for (const step of script) if (step.do === 'publish' && step.payload.startsWith(COMMAND)) return step.count ?? 1;
  return 0;
}

/** How many of them were given to the device by the end of these events. */
export function commandsGot(events: readonly RunEvent[]): { readonly got: number; readonly copies: number } {
  const payloads = payloadsOf(events).filter((payload) => payload.startsWith(COMMAND));
  const got = new Set(payloads).size;
  return { got, copies: payloads.length - got };
}

function payloadsOf(events: readonly RunEvent[]): readonly string[] {
  return events.flatMap((event) => (event.kind === 'received' && event.client === DEVICE ? [event.payload ?? ''] : []));
}

function countOf(events: readonly RunEvent[], direction: 'uplink' | 'downlink', type: 'PUBLISH' | 'PUBACK'): number {
  return events.filter(
    (event) => event.kind === 'packetSent' && event.client === COMMANDER && event.direction === direction && event.type === type,
  ).length;
}

/** `whole`: the view of the whole run at its end. */
export function storyOf({ events, log }: RunView): Story {
  const connected = events.filter((event) => event.kind === 'connection' && event.client === DEVICE && event.step === 'connected');
  const back = connected[1];
  const subscribes = events.filter((event) => event.kind === 'packetSent' && event.client === DEVICE && event.type === 'SUBSCRIBE');
  const lines = TELLING.flatMap((words) => log.filter(({ text }) => text.includes('valve-07') && text.includes(words)));
  return {
    ...commandsGot(events),
    gotAfterwards: payloadsOf(events).includes(AFTERWARDS),
    foundSession: back?.kind === 'connection' ? back.sessionPresent : null,
    subscribedAgain: subscribes.length > 1,
    allTaken: countOf(events, 'downlink', 'PUBACK') >= countOf(events, 'uplink', 'PUBLISH'),
    outlasted: log.some(({ text }) => text.includes('valve-07') && text.includes('exceeded timeout')),
    line: lines[0]?.text ?? null,
  };
}

export type Amount = 'none' | 'some' | 'all';

export function amountOf(got: number, commands: number): Amount {
  return got === 0 ? 'none' : got < commands ? 'some' : 'all';
}
