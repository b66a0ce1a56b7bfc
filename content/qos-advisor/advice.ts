// From answers to advice: the one rule that holds, what it needs, and what is good to know.
import { type QoS, qosAgreement } from '#simulations';
import { LEVEL_RULES, type LevelRule } from './levelRules.ts';
import { NEEDS, type NoteRule, REMARKS } from './noteRules.ts';
import { type Facts, holds } from './situation.ts';

export interface QosAdvice {
  readonly rule: LevelRule;
  /** Empty: everything is there. */
  readonly needs: readonly NoteRule[];
  readonly remarks: readonly NoteRule[];
}

/** All rules that hold; the tests see to it that this is always one. */
export function rulesFor(facts: Facts): readonly LevelRule[] {
  return LEVEL_RULES.filter(({ when }) => holds(when, facts));
}

export function adviseQos(facts: Facts): QosAdvice {
  const [rule] = rulesFor(facts);
  if (rule === undefined) throw new Error(`no rule for ${JSON.stringify(facts)}`);
  const known = { ...facts, level: rule.recommends };
  return {
    rule,
    needs: NEEDS.filter(({ when }) => holds(when, known)),
    remarks: REMARKS.filter(({ when }) => holds(when, known)),
  };
}

export interface Promised {
  readonly canBeLost: boolean;
  readonly canComeTwice: boolean;
}

/** What a level really gives in this situation, from publisher to reader: the levels of both hops, and without kept sessions no promise beyond them. */
export function promisedBy(level: QoS, { subscriber, sessions, library, broker }: Facts): Promised {
  const publishedQos = library === 'zero' ? 0 : level;
  const agreement = qosAgreement({
    publishedQos,
    subscribedQos: Number(subscriber) as QoS,
    maxQos: Number(broker) as QoS,
    upgradeOutgoingQos: false,
  });
  // A new session forgets what was unanswered; the program that sends it again sends another message.
  const forgets = sessions === 'new' && publishedQos > 0;
  return { canBeLost: agreement.canBeLost || forgets, canComeTwice: agreement.canComeTwice || forgets };
}
