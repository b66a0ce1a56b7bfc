// The scenario's checker: what may be run. Ranges stand beside the fields in scenario.ts; a learner's mistake comes back as a problem with its place, never as an exception.
import * as v from 'valibot';
import { programProblems, programs } from './checkPrograms.ts';
import { scriptedClients, scriptProblems, scriptSteps } from './checkScript.ts';
import { isMacAddress } from './devices/identity.ts';
import { SMALLEST_PAYLOAD_BYTES } from './devices/payload.ts';
import { instant, link, name, number, protocolVersion, qos, text, topicFilter, topicName, truth, whole } from './fieldSchemas.ts';
import type { Problem, Scenario } from './scenario.ts';
import { MOST_EVENTS } from './simulate.ts';

/** What one tab can take of full devices; fleets have an engine of their own. */
const MOST_CLIENTS = 50;

const device = v.object({
  name,
  macAddress: v.pipe(text, v.check(isMacAddress, 'must be six bytes in hex, such as 24:0a:c4:00:00:01')),
  link,
  qos,
  topicName,
  messages: whole(1, 1_000),
  publishIntervalMs: number(1, 60_000),
  payloadBytes: whole(SMALLEST_PAYLOAD_BYTES, 1_000),
  resendAfterMs: number(1, 60_000),
  attempts: whole(1, 50),
  inFlightLimit: whole(1, 65_535),
});

const subscriber = v.object({ name, clientId: name, topicFilter, qos, link });

const scenario = v.object({
  seed: whole(0, 0xffff_ffff),
  protocolVersion,
  brokerConfig: text,
  devices: v.array(device),
  subscribers: v.array(subscriber),
  clients: v.optional(scriptedClients),
  programs: v.optional(programs),
  script: v.optional(scriptSteps),
  brokerFiles: v.optional(v.record(v.pipe(text, v.minLength(1, 'needs a path')), text)),
  watchSessions: v.optional(truth),
  mostEvents: v.optional(whole(1, MOST_EVENTS)),
  lastsMs: v.optional(instant),
});

/** What is wrong with a scenario; empty when it can be run. Shape and ranges first: the rest is looked at when they are right. */
export function checkScenario(candidate: Scenario): Problem[] {
  const result = v.safeParse(scenario, candidate);
  if (!result.success) return result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', problem: issue.message }));
  return [...crowdProblems(candidate), ...programProblems(candidate), ...scriptProblems(candidate)];
}

/** Devices, subscribers and clients among themselves. */
function crowdProblems({ devices, subscribers, clients = [], programs: running = [] }: Scenario): Problem[] {
  const problems: Problem[] = [];
  const withoutScript = [...devices, ...subscribers].map((client) => client.name);
  const everybody = [...withoutScript, ...[...clients, ...running].map((client) => client.name)];
  const last = running.length > 0 ? 'programs' : clients.length > 0 ? 'clients' : 'devices';
  if (everybody.length > MOST_CLIENTS) {
    problems.push({ path: last, problem: `must be at most ${MOST_CLIENTS}, subscribers and devices counted` });
  }
  if (!distinct(withoutScript)) problems.push({ path: 'devices', problem: 'names must differ' });
  else if (!distinct(everybody)) problems.push({ path: last, problem: 'names must differ' });
  if (!distinct(devices.map((one) => one.topicName))) problems.push({ path: 'devices', problem: 'each device needs a topic of its own' });
  return problems;
}

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
