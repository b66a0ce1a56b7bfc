// What a learner does to a running lab with the switches on the drawing: each step at its instant, and how an address spells them:
// `4200-cable-device-out.7000-broker-killed`. Whether a step has a meaning in a scenario is not known here.
import type { Correction } from './knobs.ts';

/** A client's switches. */
export type ClientSwitch = 'cable' | 'wifi' | 'power';

export type ClientAction = 'pullCable' | 'plugCable' | 'loseWifi' | 'restoreWifi' | 'powerOff' | 'powerOn';
export type BrokerAction = 'stopBroker' | 'killBroker' | 'startBroker';

/** What is done; the same words as in a scenario's script. */
export type SwitchAction = { readonly do: ClientAction; readonly client: string } | { readonly do: BrokerAction };

/** `atMs`: whole milliseconds since the start of the run, 0 to 48 hours. */
export type LearnerStep = SwitchAction & { readonly atMs: number };

/** More would make the address longer than some programs pass on. */
export const MOST_STEPS = 50;
export const STEPS_PARAMETER = 'steps';
const LATEST_MS = 48 * 3_600_000;

const CLIENT_WORDS: Readonly<Record<ClientAction, { readonly of: ClientSwitch; readonly state: string }>> = {
  pullCable: { of: 'cable', state: 'out' },
  plugCable: { of: 'cable', state: 'in' },
  loseWifi: { of: 'wifi', state: 'lost' },
  restoreWifi: { of: 'wifi', state: 'back' },
  powerOff: { of: 'power', state: 'off' },
  powerOn: { of: 'power', state: 'on' },
};
const BROKER_WORDS: Readonly<Record<BrokerAction, string>> = { stopBroker: 'stopped', killBroker: 'killed', startBroker: 'started' };

/** Which of a client's switches the action belongs to; `null`: it is the broker's. */
export function switchOf(action: SwitchAction): ClientSwitch | null {
  return 'client' in action ? CLIENT_WORDS[action.do].of : null;
}

/** Both flip the same switch, to whichever side. */
export function isSameSwitch(one: SwitchAction, other: SwitchAction): boolean {
  const ofClient = (action: SwitchAction) => ('client' in action ? action.client : null);
  return switchOf(one) === switchOf(other) && ofClient(one) === ofClient(other);
}

/** In the order of their instants; steps at one instant in the order in which they were made. */
export function inOrder(steps: readonly LearnerStep[]): readonly LearnerStep[] {
  return [...steps].sort((one, other) => one.atMs - other.atMs);
}

// The full stop stands between steps, so a name must not have it.
function writeName(name: string): string {
  return encodeURIComponent(name).replaceAll('.', '%2E');
}

function readName(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function writeStep(step: LearnerStep): string {
  if (!('client' in step)) return `${step.atMs}-broker-${BROKER_WORDS[step.do]}`;
  const { of, state } = CLIENT_WORDS[step.do];
  return `${step.atMs}-${of}-${writeName(step.client)}-${state}`;
}

function keyWith<Key extends string>(entries: Readonly<Record<Key, unknown>>, is: (key: Key) => boolean): Key | null {
  return (Object.keys(entries) as Key[]).find(is) ?? null;
}

function readStep(text: string): LearnerStep | null {
  const parts = /^(\d{1,9})-([a-z]+)-(.+)$/.exec(text);
  if (parts === null) return null;
  const [atMs, of, rest] = [Number(parts[1]), parts[2] ?? '', parts[3] ?? ''];
  if (atMs > LATEST_MS) return null;
  if (of === 'broker') {
    const action = keyWith(BROKER_WORDS, (key) => BROKER_WORDS[key] === rest);
    return action && { atMs, do: action };
  }
  const mark = rest.lastIndexOf('-');
  const client = mark < 1 ? null : readName(rest.slice(0, mark));
  const state = rest.slice(mark + 1);
  const action = keyWith(CLIENT_WORDS, (key) => CLIENT_WORDS[key].of === of && CLIENT_WORDS[key].state === state);
  return action && client !== null ? { atMs, client, do: action } : null;
}

/** As the address has them; `null`: there are none to write. */
export function writeSteps(steps: readonly LearnerStep[]): string | null {
  return steps.length === 0 ? null : steps.map(writeStep).join('.');
}

/** Steps that the address does not spell as it should, and those beyond the fiftieth, are left out and reported. */
export function readSteps(given: string | null): { readonly steps: readonly LearnerStep[]; readonly corrections: readonly Correction[] } {
  const steps: LearnerStep[] = [];
  const corrections: Correction[] = [];
  const correct = (text: string, why: Correction['why']) => corrections.push({ parameter: STEPS_PARAMETER, given: text, used: null, why });
  for (const text of given === null || given === '' ? [] : given.split('.')) {
    const step = readStep(text);
    if (step === null) correct(text, 'notAStep');
    else steps.push(step);
  }
  const tooMany = steps.splice(MOST_STEPS);
  if (tooMany.length > 0) correct(writeSteps(tooMany) ?? '', 'tooManySteps');
  return { steps: inOrder(steps), corrections };
}
