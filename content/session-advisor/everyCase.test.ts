// Every combination of answers on the in-page broker, those that come to the same run once: what is advised does no harm, and what is called a mistake does.
import { describe, expect, it } from 'vitest';
import {
  type ChoiceOutcome,
  type ProtocolVersion,
  type SessionPractice,
  type SessionStory,
  sessionChoice,
  sessionChoiceOutcome,
} from '#simulations';
import { eventsOf } from '../conf-keys/probes.test-data.ts';
import { advise } from './advise.ts';
import { everyAnswer } from './everyAnswer.test-data.ts';
import { mistakesFor } from './mistakes.ts';
import { type AdvisedRun, advisedRun } from './practice.ts';
import type { Answers } from './questions.ts';
import type { Amounts } from './roles.ts';

const AMOUNTS: Amounts = { awaySeconds: 240, messagesPerHour: 120, payloadBytes: 50, usefulSeconds: 60 };

const outcomeOf = async (practice: SessionPractice, story: SessionStory): Promise<ChoiceOutcome> =>
  sessionChoiceOutcome(await eventsOf(sessionChoice(practice, story)), story);

function runsOf(version: ProtocolVersion): readonly (AdvisedRun & { readonly answers: Answers })[] {
  const runs = everyAnswer().map((answers) => ({ answers, ...advisedRun(advise(answers), answers, AMOUNTS, version) }));
  return [...new Map(runs.map((run) => [JSON.stringify([run.practice, run.story]), run])).values()];
}

describe.each(['3.1.1', '5.0'] satisfies ProtocolVersion[])('MQTT %s', (version) => {
  it('as advised nothing is missed, nothing stays behind, and nobody is thrown out', async () => {
    for (const { answers, practice, story } of runsOf(version)) {
      const { missed, orphans, waiting, takeOvers, unsent } = await outcomeOf(practice, story);
      expect({ answers, missed, orphans, waiting, takeOvers, unsent }).toEqual({
        answers,
        missed: 0,
        orphans: 0,
        waiting: 0,
        takeOvers: 0,
        unsent: 0,
      });
    }
  });

  it('each mistake does more of the harm that it is known for', async () => {
    // What it runs on decides about the id alone.
    for (const run of runsOf(version).filter(({ answers }) => answers.runsOn === 'chip' || answers.sends === 'nothing')) {
      const { answers, practice, story } = run;
      const right = await outcomeOf(practice, story);
      for (const { id, harm, changes } of mistakesFor(answers, advise(answers), run)) {
        const wrong = await outcomeOf({ ...practice, ...changes(practice, story) }, story);
        expect({ answers, id, harms: wrong[harm] > right[harm] }).toEqual({ answers, id, harms: true });
      }
    }
  });
});
