// What the address says of the clinic: the case, the version, and the mend that is tried.
import { CLINIC_CASES, type ClinicCase, caseScenario, versionsOf } from '#content';
import type { ProtocolVersion, Scenario } from '#simulations';
import type { KnobSpecs } from '../../state/knobs.ts';

export const AS_IT_IS = 'none';

export interface ClinicKnobs {
  readonly caseId: string;
  readonly version: ProtocolVersion;
  /** A mend of the case, or `AS_IT_IS`. */
  readonly mend: string;
}

const caseIds = CLINIC_CASES.map(({ id }) => id);
const mendIds = new Set(CLINIC_CASES.flatMap(({ mends }) => mends.map(({ id }) => id)));

export const KNOBS: KnobSpecs<ClinicKnobs> = {
  caseId: { kind: 'choice', parameter: 'case', options: caseIds, standard: caseIds[0] ?? '' },
  version: { kind: 'choice', parameter: 'version', options: ['3.1.1', '5.0'], standard: '3.1.1' },
  mend: { kind: 'choice', parameter: 'mend', options: [AS_IT_IS, ...mendIds], standard: AS_IT_IS },
};

/** What the knobs come to: a version that the case does not have gives way to one that it has, a mend of another case to none. */
export interface Chosen {
  readonly one: ClinicCase;
  readonly version: ProtocolVersion;
  readonly mend: string;
}

export function chosenOf({ caseId, version, mend }: ClinicKnobs): Chosen {
  const one = CLINIC_CASES.find(({ id }) => id === caseId) ?? CLINIC_CASES[0];
  if (one === undefined) throw new Error('a clinic without cases');
  const versions = versionsOf(one);
  return {
    one,
    version: versions.includes(version) ? version : (versions[0] ?? version),
    mend: one.mends.some(({ id }) => id === mend) ? mend : AS_IT_IS,
  };
}

export function scenarioOf({ one, version, mend }: Chosen): Scenario {
  return caseScenario(one, version, mend);
}

/** The case after this one; the last is followed by the first. */
export function nextCaseId(caseId: string): string {
  return caseIds[(caseIds.indexOf(caseId) + 1) % caseIds.length] ?? caseId;
}
