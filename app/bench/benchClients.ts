// Who stands on the stage of a scripted run: its clients, each with its link, and the client ids that its script uses, which give the broker's drawers their places.
import type { LinkScenario, Scenario } from '#simulations';

export interface BenchClient {
  /** Its name in the run's events. */
  readonly name: string;
  readonly link: LinkScenario;
}

export interface BenchCast {
  readonly clients: readonly BenchClient[];
  /** In the order in which the script first uses them. */
  readonly clientIds: readonly string[];
}

/** `hidden`: clients that measure and are no part of the story. */
export function castOf({ clients = [], script = [] }: Scenario, hidden: readonly string[] = []): BenchCast {
  const shown = clients.filter(({ name }) => !hidden.includes(name));
  const ids = new Set<string>();
  for (const step of [...script].sort((one, other) => one.atMs - other.atMs))
    if (step.do === 'connect' && !hidden.includes(step.client) && step.connect.clientId !== '') ids.add(step.connect.clientId);
  for (const { reconnect } of shown) if (reconnect?.connect) ids.add(reconnect.connect.clientId);
  return { clients: shown.map(({ name, link }) => ({ name, link })), clientIds: [...ids] };
}
