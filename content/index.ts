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
export { adviseQos, type Promised, promisedBy, type QosAdvice } from './qos-advisor/advice.ts';
export type { LevelRule } from './qos-advisor/levelRules.ts';
export type { NoteRule } from './qos-advisor/noteRules.ts';
export {
  ANSWERS as QOS_ANSWERS,
  type Answers as QosAnswers,
  LINK_LOSS,
  paceOf,
  type Question as QosQuestion,
} from './qos-advisor/situation.ts';
export { QOS_USE_CASES, type QosUseCase } from './qos-advisor/useCases.ts';
export { COURSE_FIGURES, type CourseFigure, type CourseFigureName, courseFigure } from './qos-table/courseTable.ts';
export { COURSE_NOTES } from './qos-table/notes.ts';
export { COURSE_SETUP } from './qos-table/stated.ts';
export { type Claim, type Computed, type Sentence, tell, type Verdict } from './schema.ts';
export { type Advice, advise } from './session-advisor/advise.ts';
export { type Harm, MISTAKES, type Mistake, mistakesFor } from './session-advisor/mistakes.ts';
export { type AdvisedRun, advisedRun, roomOf } from './session-advisor/practice.ts';
export { type Answers, differingAnswers, isAsked, QUESTIONS, type Question, type QuestionName } from './session-advisor/questions.ts';
export { type Amounts, ROLES, type Role } from './session-advisor/roles.ts';
export type { Aspect, Rule, SessionKind } from './session-advisor/rules.ts';
export { brokerSettings, clientCode } from './session-advisor/takeAlong.ts';
