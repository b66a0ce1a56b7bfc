// The answers and amounts of the session advisor, as the address spells them. Table and questions are two views of these.
import { type Amounts, type Answers, MISTAKES, QUESTIONS, type QuestionName, ROLES, type Role } from '#content';
import type { ProtocolVersion } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

export interface AdvisorValues extends Answers, Amounts {
  readonly version: ProtocolVersion;
  /** Id of a mistake; where it cannot be made, the first one that can. */
  readonly mistake: string;
}

/** That the advisor opens with. */
export const FIRST_ROLE = ROLES.find(({ id }) => id === 'command-receiver') as Role;

function answer(name: QuestionName): ChoiceKnob {
  const options = QUESTIONS.find((question) => question.name === name)?.options.map(({ value }) => value) ?? [];
  return { kind: 'choice', parameter: name, options, standard: FIRST_ROLE.answers[name] };
}

const amount = (parameter: string, maximum: number, standard: number): NumberKnob => ({
  kind: 'number',
  parameter,
  minimum: 1,
  maximum,
  step: 1,
  standard,
  shownPer: 1,
});

const YEAR_SECONDS = 31_536_000;

export const KNOBS = {
  receives: answer('receives'),
  away: answer('away'),
  late: answer('late'),
  sends: answer('sends'),
  restart: answer('restart'),
  runsOn: answer('runsOn'),
  version: { kind: 'choice', parameter: 'version', options: ['3.1.1', '5.0'], standard: '5.0' },
  awaySeconds: amount('absence', YEAR_SECONDS, FIRST_ROLE.amounts.awaySeconds),
  messagesPerHour: amount('rate', 1_000_000, FIRST_ROLE.amounts.messagesPerHour),
  payloadBytes: amount('payload', 100_000, FIRST_ROLE.amounts.payloadBytes),
  usefulSeconds: amount('useful', YEAR_SECONDS, FIRST_ROLE.amounts.usefulSeconds),
  mistake: { kind: 'choice', parameter: 'mistake', options: MISTAKES.map(({ id }) => id), standard: FIRST_ROLE.mistake },
} satisfies KnobSpecs<AdvisorValues>;

export function answersIn(values: AdvisorValues): Answers {
  const { receives, away, late, sends, restart, runsOn } = values;
  return { receives, away, late, sends, restart, runsOn };
}

export function amountsIn({ awaySeconds, messagesPerHour, payloadBytes, usefulSeconds }: AdvisorValues): Amounts {
  return { awaySeconds, messagesPerHour, payloadBytes, usefulSeconds };
}
