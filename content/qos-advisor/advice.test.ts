// Every combination of answers has one rule and no other, each rule is met, and what is advised gives what was asked for; the twenty use cases come out as they say.
import { describe, expect, it } from 'vitest';
import { twoHops } from '#simulations';
import { adviseQos, promisedBy, rulesFor } from './advice.ts';
import { LEVEL_RULES } from './levelRules.ts';
import { NEEDS, REMARKS } from './noteRules.ts';
import { ANSWERS, type Answers, type Facts, LINK_LOSS, type Pace, paceOf, type Question } from './situation.ts';
import { QOS_USE_CASES } from './useCases.ts';

const PACES: readonly Pace[] = ['calm', 'fast'];

function everyAnswer(): Answers[] {
  const names = Object.keys(ANSWERS) as Question[];
  return names.reduce<Partial<Answers>[]>(
    (before, name) => before.flatMap((answers) => ANSWERS[name].map((value) => ({ ...answers, [name]: value }))),
    [{}],
  ) as Answers[];
}

const EVERY: readonly Facts[] = everyAnswer().flatMap((answers) => PACES.map((pace) => ({ ...answers, pace })));
const label = (facts: Facts) => Object.entries(facts).join(' ');

it('goes through every combination', () => {
  expect(EVERY).toHaveLength(3 ** 4 * 2 ** 6);
});

it('has exactly one rule for each', () => {
  const wrong = EVERY.filter((facts) => rulesFor(facts).length !== 1).map(label);
  expect(wrong).toEqual([]);
});

it('uses each of its rules', () => {
  const advised = EVERY.map(adviseQos);
  for (const rule of LEVEL_RULES)
    expect(
      advised.some((advice) => advice.rule === rule),
      rule.key,
    ).toBe(true);
  for (const note of NEEDS)
    expect(
      advised.some(({ needs }) => needs.includes(note)),
      note.key,
    ).toBe(true);
  for (const note of REMARKS)
    expect(
      advised.some(({ remarks }) => remarks.includes(note)),
      note.key,
    ).toBe(true);
});

describe('the advice gives what was asked for', () => {
  it('where nothing is needed, and otherwise once all that is needed is done', () => {
    for (const facts of EVERY) {
      const { rule, needs } = adviseQos(facts);
      const does = (key: string) => needs.some((need) => need.key === key);
      const mended: Facts = {
        ...facts,
        library: does('otherLibrary') ? 'every' : facts.library,
        subscriber: does('raiseSubscription') ? '1' : facts.subscriber,
        sessions: does('keepSessions') ? 'kept' : facts.sessions,
      };
      const { canBeLost, canComeTwice } = promisedBy(rule.recommends, mended);
      if (facts.loss === 'none') expect(canBeLost, label(facts)).toBe(false);
      if (facts.duplicates === 'harmful') expect(canComeTwice && !does('teachReceiver'), label(facts)).toBe(false);
    }
  });

  it('needs nothing that is there already', () => {
    for (const facts of EVERY) {
      const keys = adviseQos(facts).needs.map(({ key }) => key);
      if (facts.library === 'every') expect(keys).not.toContain('otherLibrary');
      if (facts.subscriber !== '0') expect(keys).not.toContain('raiseSubscription');
      if (facts.sessions === 'kept') expect(keys).not.toContain('keepSessions');
      if (facts.duplicates === 'harmless') expect(keys).not.toContain('teachReceiver');
    }
  });

  it('never recommends what the broker does not take, nor the recommended level as its own alternative', () => {
    for (const facts of EVERY) {
      const { rule } = adviseQos(facts);
      expect(rule.recommends).toBeLessThanOrEqual(Number(facts.broker));
      expect(rule.instead.qos).not.toBe(rule.recommends);
    }
  });

  it('recommends QoS 2 only where it is exactly once, and more is never advised for a message that matters less', () => {
    const order = ANSWERS.loss;
    for (const facts of EVERY) {
      const { recommends } = adviseQos(facts).rule;
      if (recommends === 2) expect(promisedBy(2, { ...facts, library: 'every' })).toEqual({ canBeLost: false, canComeTwice: false });
      const less = order[order.indexOf(facts.loss) - 1];
      if (less !== undefined) expect(adviseQos({ ...facts, loss: less }).rule.recommends).toBeLessThanOrEqual(recommends);
    }
  });
});

it('what a level is said to give is what the closed form of two hops gives', () => {
  for (const facts of EVERY.filter(({ sessions, library, broker }) => sessions === 'kept' && library === 'every' && broker === '2'))
    for (const level of [0, 1, 2] as const) {
      const passedOnQos = Math.min(level, Number(facts.subscriber)) as 0 | 1 | 2;
      const { atLeastOnce, copies } = twoHops({ publishedQos: level, passedOnQos, lossRatio: LINK_LOSS[facts.link] });
      const { canBeLost, canComeTwice } = promisedBy(level, facts);
      expect(canBeLost).toBe(atLeastOnce < 1);
      expect(canComeTwice).toBe(copies - atLeastOnce > 1e-12);
    }
});

it('is fast where the handshakes of QoS 2 would need more than 20 messages in flight', () => {
  expect(paceOf(100, 0.1)).toBe('calm');
  expect(paceOf(101, 0.1)).toBe('fast');
  expect(paceOf(1 / 86_400, 2)).toBe('calm');
});

describe('the use cases', () => {
  it('are twenty, each with a name of its own, and meet every rule', () => {
    expect(QOS_USE_CASES).toHaveLength(20);
    expect(new Set(QOS_USE_CASES.map(({ key }) => key)).size).toBe(20);
    expect(new Set(QOS_USE_CASES.map(({ expected }) => expected.rule))).toEqual(new Set(LEVEL_RULES.map(({ key }) => key)));
  });

  it.each(QOS_USE_CASES.map((useCase) => [useCase.title, useCase] as const))('%s', (_, useCase) => {
    const { rule, needs } = adviseQos({ ...useCase.answers, pace: paceOf(useCase.perSecond, useCase.roundTripSeconds) });
    expect({ rule: rule.key, qos: rule.recommends, needs: needs.map(({ key }) => key) }).toEqual(useCase.expected);
  });
});
