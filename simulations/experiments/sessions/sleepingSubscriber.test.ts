import { describe, expect, it } from 'vitest';
import { received, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { type SleepingSubscriberSetting, sleepingSubscriber } from './sleepingSubscriber.ts';

async function morningPost(
  setting: Partial<SleepingSubscriberSetting>,
): Promise<{ readonly post: string[]; readonly waiting: number | undefined }> {
  const events = await eventsOf(sleepingSubscriber(setting));
  return {
    post: received(events, 'sleeper').map(({ payload, qos }) => `${payload} at ${qos}`),
    waiting: sessionsAt(events, 3_900).find(({ clientId }) => clientId === 'sleeper')?.outgoing.queued.messages,
  };
}

describe.each(['3.1.1', '5.0'] as const)('X19 QoS 0 to a sleeping subscriber, %s', (protocolVersion) => {
  it('X19 a subscription at QoS 1 gets what was published at 1 and 2', async () => {
    const { post, waiting } = await morningPost({ protocolVersion, qos: 1, queueQos0Messages: false });
    expect(post).toEqual(['one at 1', 'two at 1']);
    expect(waiting).toBe(2);
  });

  it('X19 with queue_qos0_messages it gets three: 0, 1, 1', async () => {
    const { post, waiting } = await morningPost({ protocolVersion, qos: 1, queueQos0Messages: true });
    expect(post).toEqual(['zero at 0', 'one at 1', 'two at 1']);
    expect(waiting).toBe(3);
  });

  it('X19 a subscription at QoS 0 gets nothing, or with queue_qos0_messages everything, at 0', async () => {
    expect((await morningPost({ protocolVersion, qos: 0, queueQos0Messages: false })).post).toEqual([]);
    const { post } = await morningPost({ protocolVersion, qos: 0, queueQos0Messages: true });
    expect(post).toEqual(['zero at 0', 'one at 0', 'two at 0']);
  });
});
