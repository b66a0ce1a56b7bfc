// The nine pairs on lossy links, many messages each: copies and missing messages of each pair up to an instant, beside what the closed form expects of all of them.
import { type Microseconds, matrixReader, QOS_LEVELS, type QoS, type Scenario, type TwoHopsOutcome, twoHops } from '#simulations';
import type { RunView } from '#simulations/worker';
import { grantOf, smaller } from './pairs.ts';
import { upgrades } from './scene.ts';

export interface Chance {
  readonly published: QoS;
  readonly granted: QoS;
  /** At which the broker passes it on. */
  readonly passedOn: QoS;
  /** Messages that are published in the whole run. */
  readonly messages: number;
  /** Copies that the reader's program was given, and how many different messages there were among them. */
  readonly copies: number;
  readonly different: number;
  /** Of one message. */
  readonly form: TwoHopsOutcome;
}

/** What the scenario says of one level's messages. */
function publishedAt({ script = [] }: Scenario, qos: QoS): { readonly topicName: string; readonly count: number } {
  for (const step of script) if (step.do === 'publish' && step.qos === qos) return { topicName: step.topicName, count: step.count ?? 1 };
  return { topicName: '', count: 0 };
}

/** Share of the packets that is lost; the same on all links. */
export function lossOf({ clients = [] }: Scenario): number {
  return clients[0]?.link.lossRatio ?? 0;
}

/** Row by row. `whole`: the view of the whole run; what came after `at` is left out. */
export function chancesAt(whole: RunView, at: Microseconds, scenario: Scenario): readonly Chance[] {
  const lossRatio = lossOf(scenario);
  return QOS_LEVELS.flatMap((published) => {
    const { topicName, count } = publishedAt(scenario, published);
    return QOS_LEVELS.map((level): Chance => {
      const granted = grantOf(whole.clients, level);
      const passedOn = upgrades(scenario) ? granted : smaller(published, granted);
      const given = whole.events.flatMap((event) =>
        event.kind === 'received' && event.at <= at && event.client === matrixReader(level) && event.topicName === topicName
          ? [event.payload]
          : [],
      );
      return {
        published,
        granted,
        passedOn,
        messages: count,
        copies: given.length,
        different: new Set(given).size,
        form: twoHops({ publishedQos: published, passedOnQos: passedOn, lossRatio }),
      };
    });
  });
}

/** What the form expects of all messages of a pair, and how far chance takes nineteen runs of twenty at most: two standard deviations. */
export function expectedOf({ messages, form }: Chance): { readonly copies: number; readonly scatter: number; readonly missing: number } {
  return {
    copies: messages * form.copies,
    scatter: 2 * Math.sqrt(messages * form.copiesVariance),
    missing: messages * (1 - form.atLeastOnce),
  };
}

const ROUNDING = 1e-9;

/** The copies are as many as the form allows. */
export function isWithin(chance: Chance): boolean {
  const { copies, scatter } = expectedOf(chance);
  return Math.abs(chance.copies - copies) <= scatter + ROUNDING;
}

export function missingOf({ messages, different }: Chance): number {
  return messages - different;
}

/** Copies beyond the first, of all messages. */
export function extraOf({ copies, different }: Chance): number {
  return copies - different;
}
