// What a case of the CONNACK clinic is made of: a broken set-up, what the broker really answers to it in each version, and changes that mend it or do not.
// Outcomes are claims: the tests run each set-up on the broker.
import { type DoorstepSetting, doorstep, type ProtocolVersion, type Scenario } from '#simulations';

export interface Outcome {
  /** Return or reason code of the CONNACK; `null`: there is none. */
  readonly code: number | null;
  /** The newcomer got in, and everybody who was in still is. */
  readonly well: boolean;
}

/** A version that is missing does not have the case. */
export type ByVersion<Value> = Readonly<Partial<Record<ProtocolVersion, Value>>>;

export interface Mend {
  /** In the address. */
  readonly id: string;
  /** The change in a few words. */
  readonly label: string;
  /** Put over the broken set-up. */
  readonly change: (version: ProtocolVersion) => Partial<DoorstepSetting>;
  readonly outcome: ByVersion<Outcome>;
}

export type CaseGroup = 'refusal' | 'lookAlike';

export interface ClinicCase {
  /** In the address. */
  readonly id: string;
  readonly group: CaseGroup;
  readonly title: string;
  /** What the learner is told before the run. */
  readonly complaint: string;
  readonly setting: (version: ProtocolVersion) => DoorstepSetting;
  readonly outcome: ByVersion<Outcome>;
  readonly mends: readonly Mend[];
  /** Why the broker does so. */
  readonly cause: string;
  readonly cure: string;
  /** What is often tried and does not help. */
  readonly deadEnds: readonly string[];
  /** How the versions differ, and where it is written. */
  readonly versions: string;
}

export const refused = (code: number): Outcome => ({ code, well: false });
export const CLOSED: Outcome = { code: null, well: false };
export const ACCEPTED: Outcome = { code: 0, well: true };
/** The newcomer is let in, at the cost of somebody's connection. */
export const ACCEPTED_AT_A_COST: Outcome = { code: 0, well: false };

export const both = (outcome: Outcome): ByVersion<Outcome> => ({ '3.1.1': outcome, '5.0': outcome });

/** The set-up of a case, with one of its mends put over it; an id that none of its mends has changes nothing. */
export function caseSetting({ setting, mends }: ClinicCase, version: ProtocolVersion, mendId: string | null): DoorstepSetting {
  const mend = mends.find(({ id }) => id === mendId);
  return { ...setting(version), ...mend?.change(version) };
}

export function caseScenario(one: ClinicCase, version: ProtocolVersion, mendId: string | null): Scenario {
  return doorstep(caseSetting(one, version, mendId));
}

export function versionsOf({ outcome }: ClinicCase): readonly ProtocolVersion[] {
  return (['3.1.1', '5.0'] as const).filter((version) => outcome[version] !== undefined);
}
