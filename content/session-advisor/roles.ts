// Seven roles as worked examples: the row of the well-known table of session types, the answers that lead there, and what the short table leaves out.

import type { MistakeId } from './mistakes.ts';
import type { Answers } from './questions.ts';
import type { SessionKind } from './rules.ts';

/** What the reckoning needs beside the answers. */
export interface Amounts {
  /** The longest absence that it should come back from. Seconds. */
  readonly awaySeconds: number;
  /** Sent to it, on average. Per hour. */
  readonly messagesPerHour: number;
  readonly payloadBytes: number;
  /** How long a message is of use. Seconds. */
  readonly usefulSeconds: number;
}

export interface Role {
  readonly id: string;
  readonly title: string;
  /** The row of the table: what it says, and why. */
  readonly row: { readonly session: SessionKind; readonly why: string };
  readonly answers: Answers;
  readonly amounts: Amounts;
  /** `holds`: as it stands. `conditional`: only where what `told` says is true. */
  readonly verdict: 'holds' | 'conditional';
  readonly told: string;
  /** What is most often done instead. */
  readonly mistake: MistakeId;
}

const HOUR = 3_600;

export const ROLES: readonly Role[] = [
  {
    id: 'telemetry-sensor',
    title: 'Telemetry sensor',
    row: { session: 'clean', why: 'Nothing waits for it.' },
    answers: { receives: 'nothing', away: 'drops', late: 'wanted', sends: 'losable', restart: 'mayForget', runsOn: 'chip' },
    amounts: { awaySeconds: 300, messagesPerHour: 60, payloadBytes: 100, usefulSeconds: 300 },
    verdict: 'conditional',
    told: 'True for readings at QoS 0. A sensor whose readings must all arrive sends at QoS 1, and then a kept session is what lets it finish a message after a break. The memory saved is small: under a kilobyte for each sensor.',
    mistake: 'new-id-each-start',
  },
  {
    id: 'command-receiver',
    title: 'Command receiver',
    row: { session: 'kept', why: 'Commands must wait for it.' },
    answers: { receives: 'each', away: 'long', late: 'useless', sends: 'losable', restart: 'mayForget', runsOn: 'chip' },
    amounts: { awaySeconds: HOUR, messagesPerHour: 12, payloadBytes: 100, usefulSeconds: 1_200 },
    verdict: 'holds',
    told: 'The session alone is not enough: the id must stay the same, sender and subscription need QoS 1, the queue a limit, and somebody has to decide what becomes of an old command.',
    mistake: 'clean-receiver',
  },
  {
    id: 'mobile-app',
    title: 'Mobile app',
    row: { session: 'clean', why: 'It is used while it is open, and wants fresh values.' },
    answers: { receives: 'newest', away: 'long', late: 'wanted', sends: 'losable', restart: 'mayForget', runsOn: 'app' },
    amounts: { awaySeconds: 8 * HOUR, messagesPerHour: 60, payloadBytes: 100, usefulSeconds: 60 },
    verdict: 'holds',
    told: 'The fresh values come from retained messages. Without the retain flag the app opens empty and waits for the next value.',
    mistake: 'kept-for-values',
  },
  {
    id: 'tracking-dashboard',
    title: 'Tracking dashboard',
    row: { session: 'kept', why: 'It must not miss updates while its link is down for a moment.' },
    answers: { receives: 'each', away: 'drops', late: 'wanted', sends: 'nothing', restart: 'mayForget', runsOn: 'app' },
    amounts: { awaySeconds: 60, messagesPerHour: 720, payloadBytes: 100, usefulSeconds: 60 },
    verdict: 'conditional',
    told: 'True only for updates at QoS 1 that all count, such as a list of events. If only the newest position counts, a clean session and retained values show the map at once, instead of driving every car along its old way first.',
    mistake: 'no-expiry',
  },
  {
    id: 'debug-client',
    title: 'Debug client',
    row: { session: 'clean', why: 'It is there for a moment.' },
    answers: { receives: 'each', away: 'once', late: 'wanted', sends: 'nothing', restart: 'mayForget', runsOn: 'tool' },
    amounts: { awaySeconds: 60, messagesPerHour: 360, payloadBytes: 100, usefulSeconds: 60 },
    verdict: 'holds',
    told: 'And its id must be its own: who looks in with the id of a device throws the device out, and with a clean session wipes what waits for it.',
    mistake: 'borrowed-id',
  },
  {
    id: 'critical-controller',
    title: 'Critical controller',
    row: { session: 'kept', why: 'It must not miss a command.' },
    answers: { receives: 'each', away: 'drops', late: 'dangerous', sends: 'mustArrive', restart: 'mustKeep', runsOn: 'chip' },
    amounts: { awaySeconds: 600, messagesPerHour: 60, payloadBytes: 100, usefulSeconds: 120 },
    verdict: 'conditional',
    told: 'The session is lost with the broker, unless that writes to disk. A full queue drops the newest command, the last STOP of all. And an old command that comes late can do more harm than one that is missing. MQTT is no safety bus.',
    mistake: 'memory-only',
  },
  {
    id: 'sleeping-actuator',
    title: 'Sleeping actuator',
    row: { session: 'kept', why: 'It is away most of the time, and commands come when they come.' },
    answers: { receives: 'each', away: 'sleeps', late: 'wanted', sends: 'losable', restart: 'mayForget', runsOn: 'chip' },
    amounts: { awaySeconds: 900, messagesPerHour: 12, payloadBytes: 50, usefulSeconds: 900 },
    verdict: 'holds',
    told: 'This row is ours; the table has none. The broker waits while the actuator sleeps, but not for ever: the session should outlast more than one wake-up that fails, and the room must do for all of them.',
    mistake: 'clean-receiver',
  },
];
