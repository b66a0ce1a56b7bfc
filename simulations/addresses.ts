// Where the clients of a run dial from, so that a session's address in the broker's own view tells whose connection it is.
import type { Scenario } from './scenario.ts';

/** Every kind of client has a stretch of the documentation network 192.0.2.0/24 [RFC 5737]. */
const FIRST = { device: 1, subscriber: 60, scripted: 120, program: 180 } as const;

/** @param place index among the clients of its kind, from 0 */
export function addressOf(kind: keyof typeof FIRST, place: number): string {
  return `192.0.2.${FIRST[kind] + place}`;
}

/** Devices, subscribers, scripted clients and programs, in this order, each in the scenario's order. */
export function clientsOfScenario({ devices, subscribers, clients = [], programs = [], protocolVersion }: Scenario) {
  return [
    ...devices.map(({ name }, place) => ({ name, address: addressOf('device', place), protocolVersion })),
    ...subscribers.map(({ name }, place) => ({ name, address: addressOf('subscriber', place), protocolVersion })),
    ...clients.map((client, place) => ({
      name: client.name,
      address: addressOf('scripted', place),
      protocolVersion: client.protocolVersion,
    })),
    ...programs.map((program, place) => ({
      name: program.name,
      address: addressOf('program', place),
      protocolVersion: program.protocolVersion,
    })),
  ];
}
