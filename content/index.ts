// The door of the content: what the app may show.
export { type CaseGroup, type ClinicCase, caseScenario, caseSetting, type Mend, type Outcome, versionsOf } from './connack/case.ts';
export { CLINIC_CASES } from './connack/cases.ts';
export { NEVER_GIVEN, type NeverGiven } from './connack/neverGiven.ts';
export { COURSE_FIGURES, type CourseFigure, type CourseFigureName, courseFigure } from './qos-table/courseTable.ts';
export { COURSE_NOTES } from './qos-table/notes.ts';
export { COURSE_SETUP } from './qos-table/stated.ts';
export { type Claim, type Computed, type Sentence, tell, type Verdict } from './schema.ts';
