// The clinic's cases, in the order in which they are offered.
import { ACCESS_CASES } from './accessCases.ts';
import type { ClinicCase } from './case.ts';
import { IDENTIFIER_CASES } from './identifierCases.ts';
import { LOOK_ALIKES } from './lookAlikes.ts';
import { WILL_CASES } from './willCases.ts';

export const CLINIC_CASES: readonly ClinicCase[] = [...IDENTIFIER_CASES, ...ACCESS_CASES, ...WILL_CASES, ...LOOK_ALIKES];
