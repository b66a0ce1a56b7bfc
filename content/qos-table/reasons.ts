// Why each figure of the course's table can or cannot come out of the course's own model: 100 calls of `publish`, each skipped with a chance of 20 in 100, 10 ms apart.
import type { QoS } from '#simulations';
import type { Claim, Computed, Sentence, Verdict } from '../schema.ts';
import { COURSE_SETUP, STATED, type StatedName } from './stated.ts';

interface Judged {
  readonly verdict: Verdict;
  readonly reason: Sentence;
}

const computed = (value: number, decimals = 0): Computed => ({ kind: 'computed', value, decimals });

function claim(
  qos: QoS,
  figure: Claim['figure'],
  value: number,
  more: Partial<Omit<Claim, 'kind' | 'qos' | 'figure' | 'value'>> = {},
): Claim {
  return { kind: 'claim', qos, figure, value, decimals: 0, knobs: {}, statistic: 'mean', within: 0.5, ...more };
}

const setupLoss = computed(COURSE_SETUP.lossRatio * 100);
const messages = computed(COURSE_SETUP.messages);

// What the table's times would mean for one message: longer than at QoS 0 by so many milliseconds, and so many round trips that QoS 1 and 2 add.
const extraAtQos1Ms = (STATED[1].settled.low - STATED[0].settled.low) / COURSE_SETUP.messages;
const extraAtQos2Ms = (STATED[2].settled.low - STATED[0].settled.low) / COURSE_SETUP.messages;

/** Loss at which QoS 1 makes so many duplicates of the table's messages, from duplicates for each message = p / (1 − p). */
function lossForDuplicates(duplicates: number): number {
  return duplicates / (COURSE_SETUP.messages + duplicates);
}
const { low: fewest, high: most } = STATED[1].duplicates;
const lossless = { lossRatio: 0 };

export const REASONS: Readonly<Record<QoS, Readonly<Record<StatedName, Judged>>>> = {
  0: {
    delivered: {
      verdict: 'holds',
      reason: {
        text: 'Leaving out {loss} calls in 100 by chance lets {mean} of {messages} through, give or take {sd}.',
        numbers: {
          loss: setupLoss,
          messages,
          mean: claim(0, 'delivered', 80),
          sd: claim(0, 'delivered', 4, { statistic: 'sd', within: 0.05 }),
        },
      },
    },
    duplicates: {
      verdict: 'holds',
      reason: {
        text: 'What is sent once cannot come twice: {none} duplicates.',
        numbers: { none: claim(0, 'duplicates', 0, { within: 0 }) },
      },
    },
    settled: {
      verdict: 'holds',
      reason: {
        text: 'It is the sketch’s own pause and nothing else: {messages} times {pause} ms.',
        numbers: { messages, pause: computed(COURSE_SETUP.publishIntervalMs) },
      },
    },
    energyPercent: { verdict: 'holds', reason: { text: 'It is the yardstick for the other two.', numbers: {} } },
  },
  1: {
    delivered: {
      verdict: 'conditional',
      reason: {
        text: 'True where packets vanish and the sender repeats them; but the course skips the call itself, and what the client never got it cannot repeat: {mean} would arrive, as at QoS 0.',
        numbers: { mean: claim(1, 'delivered', 80, { knobs: { attempts: 1 } }) },
      },
    },
    duplicates: {
      verdict: 'contradicted',
      reason: {
        text: 'A skipped call loses no acknowledgement, so the course’s own model makes none; where {loss}% of packets vanish each way it is {mean}, give or take {sd}, and {low} to {high} would take a loss of {lowLoss} to {highLoss}%.',
        numbers: {
          loss: setupLoss,
          mean: claim(1, 'duplicates', 25),
          sd: claim(1, 'duplicates', 5.6, { decimals: 1, statistic: 'sd', within: 0.05 }),
          low: claim(1, 'duplicates', fewest, { knobs: { lossRatio: lossForDuplicates(fewest) }, within: 0.01 }),
          high: claim(1, 'duplicates', most, { knobs: { lossRatio: lossForDuplicates(most) }, within: 0.01 }),
          lowLoss: computed(lossForDuplicates(fewest) * 100, 2),
          highLoss: computed(lossForDuplicates(most) * 100, 2),
        },
      },
    },
    settled: {
      verdict: 'contradicted',
      reason: {
        text: 'It would be one round trip of {trip} ms waited out after each message, where the row of QoS 2 needs two of {half} ms: no link has both. A sender does not wait: without loss this one takes {lossless} ms.',
        numbers: {
          trip: computed(extraAtQos1Ms),
          half: computed(extraAtQos2Ms / 2, 1),
          lossless: claim(1, 'settled', 1_010, { knobs: lossless }),
        },
      },
    },
    energyPercent: {
      verdict: 'contradicted',
      reason: {
        text: 'It is the time column over again. But waking and joining the Wi-Fi cost the same at each level, and the next message does not wait for an answer: without loss this bench counts {lossless}%.',
        numbers: { lossless: claim(1, 'energyPercent', 101, { knobs: lossless, within: 0.5 }) },
      },
    },
  },
  2: {
    delivered: {
      verdict: 'conditional',
      reason: {
        text: 'True with patience: with {attempts} attempts for each packet {mean} arrive, with {few} only {fewMean}; and a skipped call is beyond QoS 2 as well.',
        numbers: {
          attempts: computed(10),
          mean: claim(2, 'delivered', 100, { within: 0.05 }),
          few: computed(2),
          fewMean: claim(2, 'delivered', 83.6, { decimals: 1, knobs: { attempts: 2 }, within: 0.05 }),
        },
      },
    },
    duplicates: {
      verdict: 'holds',
      reason: {
        text: 'The broker knows the packet id of an unfinished message and passes its copies over: {none} duplicates, in every run.',
        numbers: { none: claim(2, 'duplicates', 0, { within: 0 }) },
      },
    },
    settled: {
      verdict: 'contradicted',
      reason: {
        text: 'It would be two round trips of {half} ms waited out after each message, where the row of QoS 1 needs one of {trip} ms: no link has both. A sender does not wait: without loss this one takes {lossless} ms.',
        numbers: {
          half: computed(extraAtQos2Ms / 2, 1),
          trip: computed(extraAtQos1Ms),
          lossless: claim(2, 'settled', 1_030, { knobs: lossless }),
        },
      },
    },
    energyPercent: {
      verdict: 'contradicted',
      reason: {
        text: 'It is the time column over again. But waking and joining the Wi-Fi cost the same at each level, and the next message does not wait for an answer: without loss this bench counts {lossless}%.',
        numbers: { lossless: claim(2, 'energyPercent', 108, { knobs: lossless, within: 0.5 }) },
      },
    },
  },
};
