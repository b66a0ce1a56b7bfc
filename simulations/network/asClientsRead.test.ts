import { expect, it } from 'vitest';
import { connectionSteps, packets } from '../experiments/observe.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import { lifecycle } from '../experiments/sessions/lifecycle.ts';
import { decode } from '../mqtt/decode.ts';
import { asClientsRead } from './asClientsRead.ts';

const read = (...bytes: number[]) => {
  const packet = Uint8Array.from(bytes);
  return asClientsRead(packet, decode(packet, '3.1.1'), '3.1.1');
};

it('takes a refusal with Session Present for a refusal, and leaves every other packet as it is', () => {
  expect(read(0x20, 2, 1, 2)).toEqual({ ok: true, packet: { type: 'CONNACK', sessionPresent: false, returnCode: 2 } });
  expect(read(0x20, 2, 1, 0)).toEqual({ ok: true, packet: { type: 'CONNACK', sessionPresent: true, returnCode: 0 } });
  expect(read(0x20, 2, 2, 2)).toMatchObject({ ok: false, error: { code: 'connackFlagsReserved' } });
});

it('goes through a run: the broker refuses the keep alive twice, the second time beside the session that it began at the first', async () => {
  const scenario = lifecycle();
  const events = await eventsOf({ ...scenario, brokerConfig: `${scenario.brokerConfig}max_keepalive 2\n` });
  expect(connectionSteps(events, 'device').filter((step) => step.startsWith('refused'))).toEqual(['refused 2', 'refused 2']);
  expect(packets(events, 'device', 'downlink', 'CONNACK').map(({ bytes }) => [...bytes])).toEqual([
    [0x20, 2, 0, 2],
    [0x20, 2, 1, 2],
  ]);
});
