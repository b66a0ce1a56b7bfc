// The door of the content: what the app may show.
export { BUFFER_CODE_FILE, bufferCode } from './buffer-code/bufferCode.ts';
export { type BufferCodeSetting, COUNTER_BYTES } from './buffer-code/setting.ts';
export { type ConfSetting, confText } from './client-code/confText.ts';
export { clientPrograms } from './client-code/programs.ts';
export type { ClientCodeSetting, ClientIdCode, ClientLanguage, ClientProgram } from './client-code/setting.ts';
export { type ConfDifference, confDifference, type Setting, withLine, withSettings } from './conf-keys/editing.ts';
export type { ConfGroup, ConfKey, NoKey } from './conf-keys/key.ts';
export { CONF_KEYS, confKey, noKey } from './conf-keys/keys.ts';
export { CONF_PRESETS, type ConfPreset } from './conf-keys/presets.ts';
export { refusalMeans } from './conf-keys/refusals.ts';
export { type ConfRemark, remarksOn } from './conf-keys/remarks.ts';
export { type CaseGroup, type ClinicCase, caseScenario, caseSetting, type Mend, type Outcome, versionsOf } from './connack/case.ts';
export { CLINIC_CASES } from './connack/cases.ts';
export { NEVER_GIVEN, type NeverGiven } from './connack/neverGiven.ts';
export { COURSE_FIGURES, type CourseFigure, type CourseFigureName, courseFigure } from './qos-table/courseTable.ts';
export { COURSE_NOTES } from './qos-table/notes.ts';
export { COURSE_SETUP } from './qos-table/stated.ts';
export { type Claim, type Computed, type Sentence, tell, type Verdict } from './schema.ts';
