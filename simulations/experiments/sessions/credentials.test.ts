import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { type Credentials, credentialsAtTheDoor } from './credentials.ts';

const WRONG: readonly Credentials[] = ['wrongPassword', 'unknownUser', 'onlyUserName', 'none'];
const NOT_AUTHORISED = { '3.1.1': 5, '5.0': 0x87 } as const;

describe.each(['3.1.1', '5.0'] as const)('MQTT %s', (protocolVersion) => {
  it.each(WRONG)('X8 one answer to everything that is wrong: not authorized (%s)', async (credentials) => {
    const events = await eventsOf(credentialsAtTheDoor({ protocolVersion, credentials }));
    expect(connectionSteps(events, 'valve')).toEqual(['connecting', `refused ${NOT_AUTHORISED[protocolVersion]}`, 'lost']);
    expect(logLines(events)).toContain('Client valve-07 disconnected, not authorised.');
  });

  it('X8 the right password opens', async () => {
    const events = await eventsOf(credentialsAtTheDoor({ protocolVersion, credentials: 'right' }));
    expect(connectionSteps(events, 'valve')).toEqual(['connecting', 'connected 0']);
  });
});
