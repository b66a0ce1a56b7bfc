// What in a run of the nine pairs is worth a sentence: who went by the rule, who lost and on which hop, who got it twice and by whose doing, what it cost.
import type { QoS, Scenario } from '#simulations';
import { breaksRule, levelOf, type Pair, tallyOf } from './pairs.ts';
import { hopsCut, upgrades } from './scene.ts';

export type PairPointKey =
  | 'byRule'
  | 'upgraded'
  | 'lostBefore'
  | 'lostBehind'
  | 'unfinished'
  | 'doubledBefore'
  | 'zeroDoubled'
  | 'doubledBehind'
  | 'twoToOne'
  | 'exactly'
  | 'harmless'
  | 'session'
  | 'cost';

export interface Point<Key extends string> {
  readonly key: Key;
  readonly values: Readonly<Record<string, string | number>>;
}

/** `0 → 1, 0 → 2`: published and granted. */
function named(pairs: readonly Pair[]): string {
  return pairs.map(({ published, granted }) => `${published} → ${granted}`).join(', ');
}

function about<Key extends PairPointKey>(key: Key, pairs: readonly Pair[]): readonly Point<Key>[] {
  return pairs.length === 0 ? [] : [{ key, values: { pairs: named(pairs), count: pairs.length } }];
}

function cost({ packets }: Pair): number {
  return packets.publisher + packets.reader;
}

/** A later copy came with DUP: the broker has sent it again; without: the publisher has. */
function laterCopy(pairs: readonly Pair[], withDup: boolean): readonly Pair[] {
  return pairs.filter(({ arrivals }) => arrivals.slice(1).some(({ dup }) => dup === withDup));
}

/** On which hop the message went missing. A level of 0 loses by itself; above, something must have kept the repetitions away. */
function byCause(pairs: readonly Pair[], missing: readonly Pair[], scenario: Scenario) {
  const cameToBroker = (level: QoS) => pairs.some(({ published, packets }) => published === level && packets.reader > 0);
  const passedOn = ({ granted, rule }: Pair): QoS => (upgrades(scenario) ? granted : rule);
  const before = missing.filter(({ published }) => published === 0 && !cameToBroker(published));
  const behind = missing.filter((pair) => passedOn(pair) === 0 && cameToBroker(pair.published));
  return { before, behind, unfinished: missing.filter((pair) => !before.includes(pair) && !behind.includes(pair)) };
}

/** `pairs`: at the end of the run. */
export function pairPoints(pairs: readonly Pair[], scenario: Scenario): readonly Point<PairPointKey>[] {
  const { repeated, missing } = tallyOf(pairs);
  const cut = hopsCut(scenario);
  const isCut = cut.publisher || cut.reader;
  const broken = pairs.filter(breaksRule);
  const byPublisher = laterCopy(repeated, false);
  const byBroker = laterCopy(repeated, true);
  const { before, behind, unfinished } = byCause(pairs, missing, scenario);
  const twos = pairs.filter((pair) => pair.published === 2 && levelOf(pair) === 2 && pair.arrivals.length === 1);
  const costs = pairs.map(cost);
  return [
    ...(broken.length === 0 && missing.length < pairs.length ? about('byRule', pairs) : []),
    ...about('upgraded', broken),
    ...about('lostBefore', before),
    ...about('lostBehind', behind),
    ...about('unfinished', unfinished),
    ...about('doubledBefore', byPublisher),
    ...about(
      'zeroDoubled',
      byPublisher.filter((pair) => levelOf(pair) === 0),
    ),
    ...about('doubledBehind', byBroker),
    ...about(
      'twoToOne',
      byBroker.filter(({ published }) => published === 2),
    ),
    ...(isCut && missing.length + repeated.length === 0 ? about('harmless', pairs) : []),
    ...(isCut ? twos.slice(0, 1).map((pair) => ({ key: 'exactly' as const, values: { ...pair.packets } })) : []),
    ...(isCut ? [{ key: 'session' as const, values: { v5: String(scenario.protocolVersion === '5.0') } }] : []),
    ...(isCut ? [] : [{ key: 'cost' as const, values: { least: Math.min(...costs), most: Math.max(...costs) } }]),
  ];
}
