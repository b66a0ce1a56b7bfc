// Refusals because of the last will: 5.0 is told the reason, 3.1.1 mostly finds the door shut.
import { ACCEPTED, both, CLOSED, type ClinicCase, refused } from './case.ts';
import { OPEN, text, valve, will } from './settings.ts';

const LONG = text('gone without a word of goodbye');

export const WILL_CASES: readonly ClinicCase[] = [
  {
    id: 'retained-will',
    group: 'refusal',
    title: 'A retained will where nothing is retained',
    complaint: 'The valve’s last will is to be retained. The broker retains nothing.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN, 'retain_available false'], sends: valve(will({ retain: true })) }),
    outcome: { '3.1.1': CLOSED, '5.0': refused(0x9a) },
    mends: [
      {
        id: 'qos-0',
        label: 'Will at QoS 0',
        change: () => ({ sends: valve(will({ retain: true, qos: 0 })) }),
        outcome: { '3.1.1': CLOSED, '5.0': refused(0x9a) },
      },
      { id: 'not-retained', label: 'Will not retained', change: () => ({ sends: valve(will()) }), outcome: both(ACCEPTED) },
      {
        id: 'retain',
        label: 'retain_available true',
        change: () => ({ config: [OPEN, 'retain_available true'] }),
        outcome: both(ACCEPTED),
      },
    ],
    cause: 'retain_available is false, and a retained will would have to be retained.',
    cure: 'Send the will without retain, or let the broker retain (its default).',
    deadEnds: ['Changing client id or credentials: the broker says nothing in 3.1.1, and it is neither.'],
    versions: '5.0: 0x9A, retain not supported. 3.1.1 has no such code: the connection ends without CONNACK.',
  },
  {
    id: 'will-qos',
    group: 'refusal',
    title: 'A will above the broker’s highest QoS',
    complaint: 'The valve’s last will is to go out at QoS 2. The broker goes up to QoS 1.',
    setting: (protocolVersion) => ({ protocolVersion, config: ['max_qos 1', OPEN], sends: valve(will({ qos: 2 })) }),
    outcome: { '3.1.1': CLOSED, '5.0': refused(0x9b) },
    mends: [
      { id: 'qos-1', label: 'Will at QoS 1', change: () => ({ sends: valve(will()) }), outcome: both(ACCEPTED) },
      {
        id: 'retained',
        label: 'Will retained',
        change: () => ({ sends: valve(will({ qos: 2, retain: true })) }),
        outcome: { '3.1.1': CLOSED, '5.0': refused(0x9b) },
      },
      { id: 'max-qos', label: 'max_qos 2', change: () => ({ config: ['max_qos 2', OPEN] }), outcome: both(ACCEPTED) },
    ],
    cause: 'max_qos of the listener is 1, and the will asks for 2.',
    cure: 'Ask for QoS 1 at most, or raise max_qos (its default is 2).',
    deadEnds: ['Publishing at a lower QoS: CONNECT is refused before anything is published.'],
    versions: '5.0: 0x9B, QoS not supported. 3.1.1: the connection ends without CONNACK.',
  },
  {
    id: 'will-too-large',
    group: 'refusal',
    title: 'A will larger than a message may be',
    complaint: 'The payload of the last will has 30 bytes. The broker takes messages of up to 20.',
    setting: (protocolVersion) => ({ protocolVersion, config: ['message_size_limit 20', OPEN], sends: valve(will({ payload: LONG })) }),
    outcome: { '3.1.1': refused(0x05), '5.0': refused(0x95) },
    mends: [
      {
        id: 'log-in',
        label: 'Send a user name',
        change: () => ({ sends: valve({ ...will({ payload: LONG }), userName: 'valve-07' }) }),
        outcome: { '3.1.1': refused(0x05), '5.0': refused(0x95) },
      },
      { id: 'shorter', label: 'Will payload “gone”', change: () => ({ sends: valve(will()) }), outcome: both(ACCEPTED) },
      {
        id: 'limit',
        label: 'message_size_limit 100',
        change: () => ({ config: ['message_size_limit 100', OPEN] }),
        outcome: both(ACCEPTED),
      },
    ],
    cause: 'message_size_limit holds for the will’s payload too.',
    cure: 'Shorten the will, or raise the limit.',
    deadEnds: ['Looking for a wrong password because 3.1.1 says “not authorized”: it has no better code for a will that is too large.'],
    versions: '5.0: 0x95, packet too large. 3.1.1: 0x05.',
  },
];
