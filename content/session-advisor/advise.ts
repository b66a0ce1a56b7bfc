// From answers to advice: the rules that hold, what they give, and what to beware of.

import { CAUTIONS, type Caution } from './cautions.ts';
import { type Answers, fits } from './questions.ts';
import { type Aspect, type Decisions, RULES, type Rule, type RulePattern, type SessionKind } from './rules.ts';

export interface Advice extends Decisions {
  /** One for each aspect, in their order. */
  readonly rules: readonly Rule[];
  readonly cautions: readonly Caution[];
}

export const ASPECTS: readonly Aspect[] = ['session', 'clientId', 'subscription', 'publishing', 'absences', 'queue', 'senders', 'disk'];

export function holds(when: readonly RulePattern[], answers: Answers, session: SessionKind | null): boolean {
  return when.some(({ session: sessions, ...pattern }) => {
    const right = sessions === undefined || (session !== null && sessions.includes(session));
    return right && fits(answers, pattern);
  });
}

/** The rules of one aspect that hold; the tests see to it that there is always just one. */
export function rulesFor(aspect: Aspect, answers: Answers, session: SessionKind | null): readonly Rule[] {
  return RULES.filter((rule) => rule.aspect === aspect && holds(rule.when, answers, session));
}

function only(aspect: Aspect, answers: Answers, session: SessionKind | null): Rule {
  const [rule] = rulesFor(aspect, answers, session);
  if (rule === undefined) throw new Error(`No rule for ${aspect}: ${JSON.stringify(answers)}`);
  return rule;
}

export function advise(answers: Answers): Advice {
  const session = only('session', answers, null).gives as SessionKind;
  const rules = ASPECTS.map((aspect) => only(aspect, answers, session));
  const decisions = Object.fromEntries(rules.map(({ aspect, gives }) => [aspect, gives])) as unknown as Decisions;
  return { ...decisions, rules, cautions: CAUTIONS.filter(({ when }) => holds(when, answers, session)) };
}
