// What the learner is asked to foretell, scene by scene: the pair that most people get wrong, as things stand; and the run's answer.
import type { QoS, Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';
import { chancesAt, extraOf, missingOf } from './chances.ts';
import { levelOf, pairsAt } from './pairs.ts';
import { hopsCut, sceneOf } from './scene.ts';
import { stopStoryAt } from './stop.ts';

/** `level`: at which it arrives. `times`, `acts`: how often. `fate`: what becomes of many messages. */
export type About = 'level' | 'times' | 'acts' | 'fate';

export interface Question {
  readonly about: About;
  /** The pair that is asked about; of no meaning in the emergency stop. */
  readonly published: QoS;
  readonly subscribed: QoS;
}

export type Answer = '0' | '1' | '2' | 'neither' | 'lost' | 'twice' | 'both';

const COUNTS: readonly Answer[] = ['0', '1', '2'];

/** To choose from. Of counts the last stands for more, too. */
export const ANSWERS: Readonly<Record<About, readonly Answer[]>> = {
  level: COUNTS,
  times: COUNTS,
  acts: COUNTS,
  fate: ['neither', 'lost', 'twice', 'both'],
};

export function questionOf(scenario: Scenario): Question {
  const scene = sceneOf(scenario);
  if (scene === 'stop') return { about: 'acts', published: 2, subscribed: 0 };
  if (scene === 'chance') return { about: 'fate', published: 1, subscribed: 0 };
  const cut = hopsCut(scenario);
  if (cut.publisher) return { about: 'times', published: 1, subscribed: 0 };
  return cut.reader ? { about: 'times', published: 2, subscribed: 1 } : { about: 'level', published: 0, subscribed: 2 };
}

function countAnswer(count: number): Answer {
  return count === 0 ? '0' : count === 1 ? '1' : '2';
}

function fateAnswer(missing: number, extra: number): Answer {
  if (missing > 0) return extra > 0 ? 'both' : 'lost';
  return extra > 0 ? 'twice' : 'neither';
}

export interface Told {
  /** `null`: a level was asked for, and nothing arrived. */
  readonly answer: Answer | null;
  /** Where a number was asked for. */
  readonly count: number;
}

/** `whole`: the view of the whole run. */
export function answerOf({ about, published, subscribed }: Question, whole: RunView, scenario: Scenario): Told {
  const place = published * 3 + subscribed;
  if (about === 'acts') {
    const { acted } = stopStoryAt(whole, whole.at);
    return { answer: countAnswer(acted), count: acted };
  }
  if (about === 'fate') {
    const chance = chancesAt(whole, whole.at, scenario)[place];
    return chance === undefined ? { answer: null, count: 0 } : { answer: fateAnswer(missingOf(chance), extraOf(chance)), count: 0 };
  }
  const pair = pairsAt(whole, whole.at)[place];
  const count = pair?.arrivals.length ?? 0;
  if (about === 'times') return { answer: countAnswer(count), count };
  const level = pair === undefined ? null : levelOf(pair);
  return { answer: level === null ? null : `${level}`, count };
}
