// The rule and the traffic of the nine pairs, held against the broker: every `max_qos`, with and without `upgrade_outgoing_qos`, both versions.
import { describe, expect, it } from 'vitest';
import { hopTraffic } from '../../calculators/hopTraffic.ts';
import { qosAgreement } from '../../calculators/qosAgreement.ts';
import type { RunEvent } from '../../events.ts';
import type { QoS } from '../../mqtt/packet.ts';
import { connectionSteps, received } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { QOS_LEVELS } from './effectiveQos.ts';
import { matrixMessage, matrixPublisher, matrixReader } from './qosMatrix.ts';
import { qosPairs } from './qosPairs.ts';

const SETTINGS = (['3.1.1', '5.0'] as const).flatMap((protocolVersion) =>
  QOS_LEVELS.flatMap((maxQos) => [false, true].map((upgradeOutgoingQos) => ({ protocolVersion, maxQos, upgradeOutgoingQos }))),
);

/** Packets and bytes of one message on one client's link. */
function traffic(events: readonly RunEvent[], client: string, published: QoS) {
  const own = events.filter(
    (event) => event.kind === 'packetSent' && event.client === client && event.message === matrixMessage(published),
  );
  return { packets: own.length, bytes: own.reduce((sum, event) => sum + (event.kind === 'packetSent' ? event.bytes.length : 0), 0) };
}

describe.each(SETTINGS)('$protocolVersion, max_qos $maxQos, upgrade_outgoing_qos $upgradeOutgoingQos', (setting) => {
  it('each pair arrives at the level of the rule, with the packets and bytes of the form on both hops', async () => {
    const topicName = 'house/kitchen/temperature';
    const payloadBytes = 200;
    const events = await eventsOf(qosPairs({ ...setting, topicName, payloadBytes }));
    const form = (qos: QoS) => {
      const { packets, bytes } = hopTraffic({
        qos,
        lossRatio: 0,
        topicBytes: topicName.length,
        payloadBytes,
        protocolVersion: setting.protocolVersion,
      });
      return { packets: packets.mean, bytes: bytes.mean };
    };
    for (const publishedQos of QOS_LEVELS) {
      const arrivals = (level: QoS) =>
        received(events, matrixReader(level)).filter(({ payload }) => payload?.endsWith(String(matrixMessage(publishedQos))));
      for (const subscribedQos of QOS_LEVELS) {
        const { accepted, passedOnQos } = qosAgreement({ ...setting, publishedQos, subscribedQos });
        expect(arrivals(subscribedQos).map(({ qos }) => qos)).toEqual(passedOnQos === null ? [] : [passedOnQos]);
        if (passedOnQos !== null) expect(traffic(events, matrixReader(subscribedQos), publishedQos)).toEqual(form(passedOnQos));
        const steps = connectionSteps(events, matrixPublisher(publishedQos));
        expect(steps.some((step) => step.startsWith('lost'))).toBe(!accepted);
      }
      if (publishedQos <= setting.maxQos) expect(traffic(events, matrixPublisher(publishedQos), publishedQos)).toEqual(form(publishedQos));
    }
  });

  it('a reader is granted no more than max_qos', async () => {
    const events = await eventsOf(qosPairs(setting));
    for (const subscribedQos of QOS_LEVELS) {
      const granted = events.find(
        (event) => event.kind === 'packetSent' && event.client === matrixReader(subscribedQos) && event.type === 'SUBACK',
      );
      const { grantedQos } = qosAgreement({ ...setting, publishedQos: 0, subscribedQos });
      expect(granted?.kind === 'packetSent' ? granted.bytes.at(-1) : null).toBe(grantedQos);
    }
  });
});

it.each([
  ['3.1.1', []],
  ['5.0', [0x9b]],
] as const)('%s: a publisher above max_qos is told why, or not at all', async (protocolVersion, reasons) => {
  const events = await eventsOf(qosPairs({ protocolVersion, maxQos: 1 }));
  const told = events.flatMap((event) =>
    event.kind === 'packetSent' && event.client === matrixPublisher(2) && event.type === 'DISCONNECT' ? [event.bytes[2]] : [],
  );
  expect(told).toEqual(reasons);
});
