import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import type { QoS } from '../../mqtt/packet.ts';
import { packets, received } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { QOS_LEVELS } from './effectiveQos.ts';
import { type CutPlace, matrixMessage, matrixPublisher, matrixReader, qosMatrix } from './qosMatrix.ts';

const PLACES: readonly CutPlace[] = ['none', 'publish', 'answer', 'release', 'complete'];
const VERSIONS = ['3.1.1', '5.0'] as const;
const everyCut = PLACES.flatMap((publisherCut) => PLACES.map((readerCut) => ({ publisherCut, readerCut })));

/** Rows: published at 0, 1, 2; columns: subscribed at 0, 1, 2. */
function matrix<Cell>(of: (published: QoS, subscribed: QoS) => Cell): Cell[][] {
  return QOS_LEVELS.map((published) => QOS_LEVELS.map((subscribed) => of(published, subscribed)));
}

const levels = (events: readonly RunEvent[]) =>
  matrix((published, subscribed) =>
    received(events, matrixReader(subscribed))
      .filter(({ topicName }) => topicName === `lab/qos/${published}`)
      .map(({ qos }) => qos),
  );

/** Copies that one hop makes of a message when one of its packets is taken. */
function copies(qos: QoS, cut: CutPlace): number {
  if (qos === 0 && cut === 'publish') return 0;
  return qos === 1 && cut === 'answer' ? 2 : 1;
}

describe.each(VERSIONS)('the matrix of nine pairs, %s', (protocolVersion) => {
  it.each([false, true])(
    'X18 without a cut each pair delivers once, at the level of the rule (upgrade_outgoing_qos %s)',
    async (upgrade) => {
      const events = await eventsOf(qosMatrix({ protocolVersion, upgradeOutgoingQos: upgrade }));
      expect(levels(events)).toEqual(matrix((published, subscribed) => [upgrade ? subscribed : Math.min(published, subscribed)]));
    },
  );

  it.each(everyCut)('cut at $publisherCut before the broker, at $readerCut behind it: who loses, who doubles', async (cuts) => {
    const events = await eventsOf(qosMatrix({ protocolVersion, ...cuts }));
    const expected = matrix((published, subscribed) => {
      const level = Math.min(published, subscribed) as QoS;
      const atBroker = copies(published, cuts.publisherCut);
      // The reader is cut off once: at the first copy.
      const arrived = atBroker === 0 ? 0 : atBroker - 1 + copies(level, cuts.readerCut);
      return Array<number>(arrived).fill(level);
    });
    expect(levels(events)).toEqual(expected);
  });

  it('upgraded, a message of QoS 0 survives the cut behind the broker, not the one before it', async () => {
    const behind = await eventsOf(qosMatrix({ protocolVersion, upgradeOutgoingQos: true, readerCut: 'publish' }));
    expect(levels(behind)[0]).toEqual([[], [1], [2]]);
    const before = await eventsOf(qosMatrix({ protocolVersion, upgradeOutgoingQos: true, publisherCut: 'publish' }));
    expect(levels(before)[0]).toEqual([[], [], []]);
  });

  it('only the copy that the broker sends again has DUP; the one that the publisher sent again reaches the reader as a new message', async () => {
    const events = await eventsOf(qosMatrix({ protocolVersion, publisherCut: 'answer', readerCut: 'answer' }));
    const copiesOf1 = received(events, matrixReader(1)).filter(({ topicName }) => topicName === 'lab/qos/1');
    expect(copiesOf1.map(({ dup }) => dup)).toEqual([false, true, false]);
  });

  it('a reader hears once of a QoS 2 message that comes twice', async () => {
    const events = await eventsOf(qosMatrix({ protocolVersion, readerCut: 'answer' }));
    const came = packets(events, matrixReader(2), 'downlink', 'PUBLISH').filter(
      ({ message, lost }) => message === matrixMessage(2) && !lost,
    );
    expect(came.map(({ dup }) => dup)).toEqual([false, true]);
    expect(levels(events)[2]?.[2]).toEqual([2]);
  });
});

it('each cut takes the packet that it is named after, once on its hop', async () => {
  const taken = async (setting: Parameters<typeof qosMatrix>[0], client: string) =>
    (await eventsOf(qosMatrix(setting))).flatMap((event) =>
      event.kind === 'packetSent' && event.client === client && event.lost && event.message === matrixMessage(2) ? [event.type] : [],
    );
  for (const [cut, type] of [
    ['publish', 'PUBLISH'],
    ['answer', 'PUBREC'],
    ['release', 'PUBREL'],
    ['complete', 'PUBCOMP'],
  ] as const) {
    expect(await taken({ publisherCut: cut }, matrixPublisher(2))).toEqual([type]);
    expect(await taken({ readerCut: cut }, matrixReader(2))).toEqual([type]);
  }
});
