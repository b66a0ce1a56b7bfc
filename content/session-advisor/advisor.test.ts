// Every combination of answers: one rule for each aspect, and no two that contradict each other.
import { describe, expect, it } from 'vitest';
import type { ProtocolVersion } from '#simulations';
import { ASPECTS, advise, rulesFor } from './advise.ts';
import { everyAnswer } from './everyAnswer.test-data.ts';
import { MISTAKES, mistakesFor } from './mistakes.ts';
import { advisedRun } from './practice.ts';
import { type Answers, differingAnswers, isAsked, QUESTIONS } from './questions.ts';
import { type Amounts, ROLES } from './roles.ts';
import { RULES } from './rules.ts';

const EVERY = everyAnswer();
const AMOUNTS: Amounts = { awaySeconds: 600, messagesPerHour: 60, payloadBytes: 100, usefulSeconds: 300 };

function mistakesOf(answers: Answers, version: ProtocolVersion, amounts: Amounts = AMOUNTS) {
  const advice = advise(answers);
  return mistakesFor(answers, advice, advisedRun(advice, answers, amounts, version)).map(({ id }) => id);
}

const say = (answers: Answers) => JSON.stringify(answers);
const wrong = (isWrong: (answers: Answers) => boolean) => EVERY.filter(isWrong).map(say);

describe('the rules', () => {
  it('are tried with every combination of answers', () => {
    expect(EVERY).toHaveLength(3 * 4 * 3 * 3 * 2 * 3);
    expect(new Set(EVERY.map(say)).size).toBe(EVERY.length);
  });

  it.each(ASPECTS)('%s: exactly one holds, whatever is answered', (aspect) => {
    expect(wrong((answers) => rulesFor(aspect, answers, aspect === 'session' ? null : advise(answers).session).length !== 1)).toEqual([]);
  });

  it('each of them holds somewhere, under a name of its own', () => {
    const fired = new Set(EVERY.flatMap((answers) => advise(answers).rules.map(({ id }) => id)));
    expect(RULES.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('say something: advice, reason and source', () => {
    for (const { advice, reason, source } of RULES) for (const text of [advice, reason, source]) expect(text.length).toBeGreaterThan(10);
  });

  it('an answer to what is not asked changes nothing', () => {
    for (const answers of EVERY) {
      for (const question of QUESTIONS.filter((one) => !isAsked(one, answers))) {
        for (const { value } of question.options) {
          const { rules, cautions } = advise({ ...answers, [question.name]: value });
          expect([rules, cautions]).toEqual([advise(answers).rules, advise(answers).cautions]);
        }
      }
    }
  });
});

describe('no contradiction', () => {
  it('a clean session has no expiry, no queue and no disk', () => {
    expect(
      wrong((answers) => {
        const { session, absences, queue, disk } = advise(answers);
        return session === 'clean' && (absences !== 0 || queue || disk !== 'notNeeded');
      }),
    ).toEqual([]);
  });

  it('a kept session has an end, an id that stays, and what it keeps is above QoS 0', () => {
    expect(
      wrong((answers) => {
        const { session, absences, clientId, subscription, publishing } = advise(answers);
        const keeps = (subscription?.qos ?? 0) > 0 || (publishing ?? 0) > 0;
        return session === 'kept' && (absences === 0 || clientId === 'throwaway' || !keeps);
      }),
    ).toEqual([]);
  });

  it('who must not miss anything and comes back has a kept session with a queue; who never comes back has none', () => {
    expect(
      wrong((answers) => {
        const { session, queue } = advise(answers);
        if (answers.away === 'once') return session !== 'clean';
        return answers.receives === 'each' && (session !== 'kept' || !queue);
      }),
    ).toEqual([]);
  });

  it('a clean session subscribes on each connection', () => {
    expect(wrong((answers) => advise(answers).session === 'clean' && advise(answers).subscription?.on === 'newSession')).toEqual([]);
  });
});

describe('mistakes', () => {
  it('there is one to be made wherever one is, and each can be made somewhere', () => {
    for (const version of ['3.1.1', '5.0'] as const) {
      expect(wrong((answers) => mistakesOf(answers, version).length === 0)).toEqual([]);
    }
    const made = new Set(EVERY.flatMap((answers) => mistakesOf(answers, '5.0')));
    expect(MISTAKES.map(({ id }) => id).filter((id) => !made.has(id))).toEqual([]);
  });
});

describe('the roles', () => {
  it.each(ROLES.map((role) => [role.title, role] as const))('%s: the answers lead to its row', (_, role) => {
    expect(advise(role.answers).session).toBe(role.row.session);
    expect(mistakesOf(role.answers, '5.0', role.amounts)).toContain(role.mistake);
  });

  it('are told apart by their answers, and each resembles itself', () => {
    for (const one of ROLES) {
      for (const other of ROLES) expect(differingAnswers(one.answers, other.answers).length === 0).toBe(one === other);
    }
  });

  it('the dashboard that wants only the newest position gets a clean session', () => {
    const dashboard = ROLES.find(({ id }) => id === 'tracking-dashboard');
    expect(dashboard && advise({ ...dashboard.answers, receives: 'newest' })).toMatchObject({ session: 'clean', senders: 'retain' });
  });

  it('the sensor whose readings must all arrive gets a kept one', () => {
    const sensor = ROLES.find(({ id }) => id === 'telemetry-sensor');
    expect(sensor && advise({ ...sensor.answers, sends: 'mustArrive' })).toMatchObject({ session: 'kept', publishing: 1, queue: false });
  });
});
