// Everything that the page says of one setting, at once.
import {
  type Advice,
  type AdvisedRun,
  type Amounts,
  type Answers,
  advise,
  advisedRun,
  differingAnswers,
  type Mistake,
  mistakesFor,
  type QuestionName,
  ROLES,
  type Role,
  roomOf,
} from '#content';
import type { ProtocolVersion, SessionRoom } from '#simulations';
import { type AdvisorValues, amountsIn, answersIn } from './knobs.ts';

export interface Resemblance {
  readonly role: Role;
  readonly advice: Advice;
  /** In which it differs; none: it is the same case. */
  readonly differs: readonly QuestionName[];
  readonly sameSession: boolean;
}

export interface Reckoned {
  readonly version: ProtocolVersion;
  readonly answers: Answers;
  readonly amounts: Amounts;
  readonly advice: Advice;
  /** `null`: no session is kept. */
  readonly room: SessionRoom | null;
  readonly run: AdvisedRun;
  readonly mistakes: readonly Mistake[];
  /** The one that is run. */
  readonly mistake: Mistake | null;
  readonly rows: readonly Resemblance[];
  /** The row that it is, or the nearest one. */
  readonly nearest: Resemblance | null;
}

export function reckon(values: AdvisorValues): Reckoned {
  const answers = answersIn(values);
  const amounts = amountsIn(values);
  const { version } = values;
  const advice = advise(answers);
  const run = advisedRun(advice, answers, amounts, version);
  const mistakes = mistakesFor(answers, advice, run);
  const rows = ROLES.map((role): Resemblance => {
    const ofRole = advise(role.answers);
    return { role, advice: ofRole, differs: differingAnswers(answers, role.answers), sameSession: ofRole.session === advice.session };
  });
  const nearest = [...rows].sort((one, other) => one.differs.length - other.differs.length)[0] ?? null;
  const mistake = mistakes.find(({ id }) => id === values.mistake) ?? mistakes[0] ?? null;
  return { version, answers, amounts, advice, room: roomOf(advice, amounts), run, mistakes, mistake, rows, nearest };
}

/** A row of the table answers the questions. */
export function valuesOf({ answers, amounts, mistake }: Role): Partial<AdvisorValues> {
  return { ...answers, ...amounts, mistake };
}
