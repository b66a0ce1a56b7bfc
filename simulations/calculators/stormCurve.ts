// When a fleet is back after a storm, without a device of its own in it: what is expected of each small step of time, so that a million devices cost no more than a thousand (a mean-field recursion).
//   a = Σₖ aₖ   in = min(a · (1 − P), 1 + B − q)   failed = (a − in) · aₖ/a → spread over the time to come as the wait after failure k is   q → q + in − S·h   back = Σ served and still there   1/S = 1/C + Q/M
// aₖ: attempts expected in this step of devices that have failed k times (stormKinds.ts); q: connections that the server has taken and not served, B: its backlog, C: connections per second, P: turned away
// by chance (stormServer.ts); Q: messages that wait for each device, M: messages per second, which the same processor hands over, so that it is done with S devices a second; h: the step. Where waits
// are spread, S·h more find a place within the step. Nothing can be faster than N / C. Against single
// devices (tests): half and 95 % within 10 %, mostly 3 %; attempts within 10 %; everybody within 30 % on the broker's runs, which is one device's luck.
// Left out: that messages come window by window, so that those of few devices with long queues are handed over after the storm (the curve is too slow then); jitter on the way, the link's own time, max_connections, devices that come evenly and without jitter in step with the server. From 1,001 attempts on a device counts as one that never gives up.
import { type BackoffRule, NEXT_TURN_MS } from '../devices/behaviours/backoff.ts';
import type { ServerModel } from '../fleet/fleetScenario.ts';
import { SYN_RESENT_EVERY_MS } from '../network/tcp/lwipTimer.ts';
import { AttemptsToCome, ringSteps } from './stormAttempts.ts';
import { type StormKinds, stormKinds } from './stormKinds.ts';
import { devicesPerSecond, ServerFlow } from './stormServer.ts';
import { SilentServer } from './stormSilence.ts';

export interface StormCurveSetting extends Pick<ServerModel, 'connectionsPerSecond' | 'messagesPerSecond' | 'backlog' | 'whenFull'> {
  /** 1 to 10,000,000. */
  readonly devices: number;
  /** That wait for each of them and are handed over. 0 or more. */
  readonly messagesEach: number;
  readonly backoff: BackoffRule;
  /** `null`: a device never gives up. */
  readonly mostAttempts: number | null;
  readonly patienceMs: number;
  readonly downMs: number;
  readonly noticeSpreadMs: number;
  /** There and back. Milliseconds. */
  readonly roundTripMs: number;
}

export interface StormCurvePoint {
  readonly devices: number;
  /** Until so many are back; `null`: not within a day, or never. Milliseconds. */
  readonly halfBackMs: number | null;
  readonly mostBackMs: number | null;
  readonly allBackMs: number | null;
  /** Of all devices together. */
  readonly attempts: number;
  readonly gaveUp: number;
  /** That no strategy can beat. Milliseconds. */
  readonly lowestMs: number;
  /** It was not over after a day, or after as many steps as are made. */
  readonly isCut: boolean;
}

const LONGEST_MS = 86_400_000;
const ROUNDING = 1e-9;
const STEPS_IN_BASE = 20;
/** Where waits are spread. */
const STEPS_IN_LEAST_TIME = 100_000;
const SHORTEST_STEP_MS = 2;
const LONGEST_STEP_MS = 250;
/** Of the same wait each time, which is a whole number of steps. */
const STEPS_IN_WAVE = 5;
/** Kinds times steps, some 20 to 80 ns each. Where they do not suffice, steps are made longer; with the longest ones there may be some more, and then the curve is cut. */
const MOST_WORK = 20_000_000;
const LAST_WORK = 40_000_000;
/** What a step costs beside its kinds, in kinds. */
const STEP_ITSELF = 20;
const COARSER = 4;
/** In bases: waves without jitter must stay apart; what is spread may be seen in longer steps. */
const COARSEST = { waves: 0.5, spread: 2 } as const;
/** Numbers that are kept for the time to come: 8 bytes each. */
const MOST_NUMBERS = 6_000_000;

/** 1,000 devices at 50 a second, 50 let in at an instant, exponential from 1 s to 120 s without jitter: twenty waves, the last at 1,567 s. */
export function stormCurve(setting: StormCurveSetting): StormCurvePoint {
  const { backoff } = setting;
  const kinds = stormKinds(setting);
  const baseMs = backoff.kind === 'none' ? NEXT_TURN_MS : backoff.baseMs;
  const coarser = isSameEachTime(backoff) ? STEPS_IN_WAVE : COARSER;
  const coarsest = isSameEachTime(backoff)
    ? baseMs + setting.roundTripMs
    : Math.max(LONGEST_STEP_MS, baseMs * (isJittered(backoff) ? COARSEST.spread : COARSEST.waves));
  let stepMs = firstStep(setting, baseMs);
  while (numbersKept(setting, kinds, stepMs) > MOST_NUMBERS) stepMs *= 2;
  while ((lowestOf(setting) / stepMs) * workInStep(kinds) > MOST_WORK && stepMs * coarser <= coarsest * (1 + ROUNDING)) stepMs *= coarser;
  for (; stepMs * coarser <= coarsest * (1 + ROUNDING); stepMs *= coarser) {
    const { point, isTooMuch } = reckon(setting, kinds, { stepMs, mostWork: MOST_WORK });
    if (!isTooMuch) return point;
  }
  return reckon(setting, kinds, { stepMs, mostWork: LAST_WORK }).point;
}

function isSameEachTime({ kind }: BackoffRule): boolean {
  return kind === 'none' || kind === 'fixed';
}

function workInStep({ longestWaitsMs }: StormKinds): number {
  return STEP_ITSELF + longestWaitsMs.length;
}

function firstStep(setting: StormCurveSetting, baseMs: number): number {
  const { backoff, whenFull, roundTripMs } = setting;
  const wave = baseMs + roundTripMs;
  if (whenFull !== 'silence' && isSameEachTime(backoff)) return alignedStep(Math.min(LONGEST_STEP_MS, wave / STEPS_IN_WAVE), wave);
  const shortest = Math.max(SHORTEST_STEP_MS, baseMs / STEPS_IN_BASE, isJittered(backoff) ? lowestOf(setting) / STEPS_IN_LEAST_TIME : 0);
  return alignedStep(Math.min(LONGEST_STEP_MS, shortest), whenFull === 'silence' ? SYN_RESENT_EVERY_MS : wave);
}

function isJittered({ kind }: BackoffRule): boolean {
  return kind !== 'none' && kind !== 'fixed' && kind !== 'exponential';
}

/** About as long, so that the shortest wait and its round trip are a whole number of steps. */
function alignedStep(stepMs: number, waitMs: number): number {
  return waitMs / Math.max(1, Math.round(waitMs / stepMs));
}

/** The most that passes between an attempt and its failure. Milliseconds. */
function longestAttempt(setting: StormCurveSetting): number {
  const { backlog, whenFull, patienceMs, roundTripMs } = setting;
  const isPatient = whenFull !== 'silence' && ((1 + backlog) / devicesPerSecond(setting)) * 1_000 < patienceMs - 2 * roundTripMs;
  return isPatient ? roundTripMs : Math.max(patienceMs, roundTripMs);
}

function numbersKept(setting: StormCurveSetting, { longestWaitsMs }: StormKinds, stepMs: number): number {
  const { whenFull, patienceMs, noticeSpreadMs } = setting;
  const toCome = longestWaitsMs.reduce((sum, longest) => sum + 2 * ringSteps(longest + longestAttempt(setting), stepMs), 0);
  const silent = whenFull === 'silence' ? longestWaitsMs.length * ringSteps(patienceMs, stepMs) : 0;
  return toCome + silent + 2 * ringSteps(noticeSpreadMs, stepMs);
}

function lowestOf({ devices, connectionsPerSecond, downMs }: StormCurveSetting): number {
  return downMs + (devices / connectionsPerSecond) * 1_000;
}

/** `isTooMuch`: ended for the work that it made. */
function reckon(
  setting: StormCurveSetting,
  kinds: StormKinds,
  { stepMs, mostWork }: { readonly stepMs: number; readonly mostWork: number },
): { readonly point: StormCurvePoint; readonly isTooMuch: boolean } {
  const { devices, backoff, patienceMs, downMs, noticeSpreadMs, roundTripMs, whenFull } = setting;
  const count = kinds.longestWaitsMs.length;
  const longest = kinds.longestWaitsMs.map((wait, kind) => (kind === 0 ? noticeSpreadMs : wait) + longestAttempt(setting) + 2 * stepMs);
  const toCome = new AttemptsToCome(longest, { stepMs, devices });
  const server = new ServerFlow(setting, stepMs);
  const silent = whenFull === 'silence' ? new SilentServer(count, { patienceMs, stepMs }) : null;
  const [due, again, failed, left] = [new Float64Array(count), new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const marks: (number | null)[] = [null, null, null];
  // A wave that just suffices must not miss by a rounding.
  const shares = [0.5, 0.95, Math.max(0.95, 1 - 0.5 / devices)].map((share) => (share - ROUNDING) * devices);
  const how = (atMs: number) => {
    if (!isJittered(backoff)) return noticeSpreadMs > stepMs ? 'spread' : 'together';
    return atMs > 0 && silent === null ? 'byChance' : 'spread';
  };
  const each = workInStep(kinds) * (silent === null ? 1 : 2);
  let [back, attempts, gaveUp, work] = [0, 0, 0, 0];
  toCome.add(0, devices, { fromMs: stepMs, toMs: stepMs + noticeSpreadMs, share: 1 });
  for (let atMs = 0; atMs < LONGEST_MS; atMs += stepMs) {
    toCome.next(due);
    work += each;
    if (work > mostWork) break;
    const isDown = atMs + roundTripMs / 2 < downMs;
    let fresh = 0;
    for (const amount of due) fresh += amount;
    const repeated = silent?.due(again) ?? 0;
    const all = fresh + repeated;
    attempts += fresh;
    let missedShare = 1;
    if (all > 0 && isDown) {
      gaveUp += kinds.waitAgain({ amounts: due, afterMs: roundTripMs, tcpStood: false }, toCome);
      due.fill(0);
    } else if (all > 0) {
      const letIn = server.roomFor(all, how(atMs));
      missedShare = Math.max(0, 1 - letIn / all);
      if (letIn > 0) gaveUp += takeIn(letIn / all);
    }
    if (silent !== null) {
      silent.settle(due, again, { missedShare, left });
      const afterMs = patienceMs - (silent.syns - 1) * SYN_RESENT_EVERY_MS;
      gaveUp += kinds.waitAgain({ amounts: left, afterMs, tcpStood: false }, toCome);
    } else if (all > 0 && !isDown && missedShare > 0) {
      for (let kind = 0; kind < count; kind++) failed[kind] = (due[kind] ?? 0) * missedShare;
      gaveUp += kinds.waitAgain({ amounts: failed, afterMs: roundTripMs, tcpStood: whenFull === 'close' }, toCome);
    }
    const served = server.serve();
    back += served;
    for (let mark = 0; mark < marks.length; mark++) {
      const beyond = back - (shares[mark] ?? 0);
      if (marks[mark] === null && beyond >= 0)
        marks[mark] = atMs + stepMs * Math.min(1, Math.max(0, (served - beyond) / server.perStep)) + roundTripMs;
    }
    if (back + gaveUp >= devices - 0.5) break;
  }
  const point = {
    devices,
    halfBackMs: marks[0] ?? null,
    mostBackMs: marks[1] ?? null,
    allBackMs: marks[2] ?? null,
    attempts,
    gaveUp,
    lowestMs: lowestOf(setting),
    isCut: back + gaveUp < devices - 0.5,
  };
  return { point, isTooMuch: work > mostWork };

  /** Of all that came in this step `share` find a place. Some of them leave before their turn. @returns how many give up over it */
  function takeIn(share: number): number {
    const waitMs = server.waitSteps * stepMs + roundTripMs;
    let fresh = 0;
    let repeated = 0;
    for (let kind = 0; kind < count; kind++) {
      fresh += (due[kind] ?? 0) * share;
      repeated += (again[kind] ?? 0) * share;
    }
    // One that has sent its SYN j times again has so much less patience left.
    const inTime =
      silent === null || silent.syns === 1
        ? 1
        : Math.min(1, Math.max(0, Math.floor((patienceMs - waitMs) / SYN_RESENT_EVERY_MS) / (silent.syns - 1)));
    const patientShare = (fresh + repeated * inTime) / (fresh + repeated);
    const good = server.take(fresh + repeated, patientShare);
    const part = good / (fresh + repeated) / patientShare;
    if (part * patientShare > 1 - 1e-12) return 0;
    for (let kind = 0; kind < count; kind++) failed[kind] = (due[kind] ?? 0) * share * (1 - part);
    let leave = kinds.waitAgain({ amounts: failed, afterMs: patienceMs, tcpStood: true }, toCome);
    if (repeated > 0) {
      for (let kind = 0; kind < count; kind++) failed[kind] = (again[kind] ?? 0) * share * (1 - part * inTime);
      leave += kinds.waitAgain({ amounts: failed, afterMs: Math.min(patienceMs, waitMs) / 2, tcpStood: true }, toCome);
    }
    return leave;
  }
}
