import { describe, expect, it } from 'vitest';
import { connectionSteps, packets, payloads } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { emergencyStop } from './emergencyStop.ts';

describe.each(['3.1.1', '5.0'] as const)('the emergency stop, %s', (protocolVersion) => {
  it('X21 QoS 2 with a session: cut, resent with DUP, PUBREL twice, and the controller acts once', async () => {
    const events = await eventsOf(emergencyStop({ protocolVersion, story: 'keptSession' }));
    expect(payloads(events, 'controller')).toEqual(['STOP']);
    expect(connectionSteps(events, 'panel').slice(-1)).toEqual(['connected 0 present']);
    const answers = packets(events, 'panel', 'downlink').map(({ type }) => type);
    expect(answers.filter((type) => type === 'PUBCOMP')).toHaveLength(2);
  });

  it('X22 QoS 1: the PUBACK is lost, the panel sends again, and the controller acts twice', async () => {
    const events = await eventsOf(emergencyStop({ protocolVersion, story: 'qosOne' }));
    expect(payloads(events, 'controller')).toEqual(['STOP', 'STOP']);
    expect(packets(events, 'panel', 'uplink', 'PUBLISH').map(({ dup }) => dup)).toEqual([false, true]);
    expect(packets(events, 'panel', 'downlink', 'PUBACK').map(({ lost }) => lost)).toEqual([true, false]);
  });

  it('X22 QoS 2 without a session, cut after PUBREL, published anew: the controller acts twice', async () => {
    const events = await eventsOf(emergencyStop({ protocolVersion, story: 'newSessionAfterPubrel' }));
    expect(payloads(events, 'controller')).toEqual(['STOP', 'STOP']);
    expect(connectionSteps(events, 'panel').slice(-1)).toEqual(['connected 0']);
  });

  it('X22 QoS 2 without a session, cut before PUBREL, published anew: the controller acts once', async () => {
    const events = await eventsOf(emergencyStop({ protocolVersion, story: 'newSessionBeforePubrel' }));
    expect(payloads(events, 'controller')).toEqual(['STOP']);
  });

  it('X21, X22 come out the same on slow links, where the lab watches them', async () => {
    for (const [story, copies] of [
      ['keptSession', 1],
      ['qosOne', 2],
      ['newSessionBeforePubrel', 1],
      ['newSessionAfterPubrel', 2],
    ] as const)
      expect(payloads(await eventsOf(emergencyStop({ protocolVersion, story, delayMs: 100 })), 'controller')).toHaveLength(copies);
  });

  it('X22 what reaches the controller has no packet id and no DUP, the second copy neither', async () => {
    const events = await eventsOf(emergencyStop({ protocolVersion, story: 'qosOne' }));
    const copies = packets(events, 'controller', 'downlink', 'PUBLISH');
    expect(copies.map(({ packetId, dup }) => ({ packetId, dup }))).toEqual(Array(2).fill({ packetId: null, dup: false }));
  });
});
