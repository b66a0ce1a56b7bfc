// Refusals that have to do with the client id, and one that only looks so.
import { ACCEPTED, both, type ClinicCase, refused } from './case.ts';
import { OPEN, VALVE, valve } from './settings.ts';

const IDENTIFIER_REJECTED = 0x02;
const UNSPECIFIED = 0x80;

export const IDENTIFIER_CASES: readonly ClinicCase[] = [
  {
    id: 'empty-id',
    group: 'refusal',
    title: 'No client id, and the session is to be kept',
    complaint: 'The valve leaves its client id empty and asks the broker to keep its session: clean session (5.0: clean start) is off.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN], sends: valve({ clientId: '', cleanStart: false }) }),
    outcome: { '3.1.1': refused(IDENTIFIER_REJECTED), '5.0': ACCEPTED },
    mends: [
      {
        id: 'own-id',
        label: `Give it an id: ${VALVE}`,
        change: () => ({ sends: valve({ cleanStart: false }) }),
        outcome: both(ACCEPTED),
      },
      { id: 'clean', label: 'Turn clean session on', change: () => ({ sends: valve({ clientId: '' }) }), outcome: both(ACCEPTED) },
      {
        id: 'keep-alive',
        label: 'Shorten the keep alive to 10 s',
        change: () => ({ sends: valve({ clientId: '', cleanStart: false, keepAliveSeconds: 10 }) }),
        outcome: { '3.1.1': refused(IDENTIFIER_REJECTED), '5.0': ACCEPTED },
      },
    ],
    cause:
      'A 3.1.1 client never learns the name that the broker would make up for it, so it could not come back to the session it asks to keep.',
    cure: 'Give each device an id of its own that stays the same. Clean session also opens the door, but then nothing is kept: subscriptions and queued messages go with the connection.',
    deadEnds: ['Blaming another device with the same id: nobody else is here.', 'Connecting again unchanged: the answer stays the same.'],
    versions: '3.1.1 refuses [MQTT-3.1.3-8]. 5.0 lets it in and tells the client its name in Assigned Client Identifier [MQTT-3.2.2-16].',
  },
  {
    id: 'empty-id-forbidden',
    group: 'refusal',
    title: 'No client id, and the broker wants one',
    complaint:
      'The valve leaves its client id empty and wants nothing kept. The broker’s configuration says that everybody must bring an id.',
    setting: (protocolVersion) => ({
      protocolVersion,
      config: [OPEN, 'allow_zero_length_clientid false'],
      sends: valve({ clientId: '' }),
    }),
    outcome: { '3.1.1': refused(IDENTIFIER_REJECTED), '5.0': refused(UNSPECIFIED) },
    mends: [
      { id: 'own-id', label: `Give it an id: ${VALVE}`, change: () => ({ sends: valve() }), outcome: both(ACCEPTED) },
      {
        id: 'keep',
        label: 'Turn clean session off',
        change: () => ({ sends: valve({ clientId: '', cleanStart: false }) }),
        outcome: { '3.1.1': refused(IDENTIFIER_REJECTED), '5.0': refused(UNSPECIFIED) },
      },
      {
        id: 'allow',
        label: 'allow_zero_length_clientid true',
        change: () => ({ config: [OPEN, 'allow_zero_length_clientid true'] }),
        outcome: both(ACCEPTED),
      },
    ],
    cause: 'allow_zero_length_clientid is false, so an empty id is turned away whatever else CONNECT says.',
    cure: 'Give the device an id. Only where nameless clients are welcome, allow them in mosquitto.conf; that is also the default.',
    deadEnds: ['Playing with clean session: it plays no part here.'],
    versions: 'In 5.0 Mosquitto says 0x80, unspecified error, and not the more telling 0x85, client identifier not valid.',
  },
  {
    id: 'mqtt31-empty-id',
    group: 'refusal',
    title: 'MQTT 3.1 without a client id',
    complaint: 'An old library speaks MQTT 3.1: protocol name MQIsdp, level 3. It sends an empty client id and a clean session.',
    setting: () => ({ protocolVersion: '3.1.1', config: [OPEN], sends: valve({ clientId: '', protocolLevel: 3 }) }),
    outcome: { '3.1.1': refused(IDENTIFIER_REJECTED) },
    mends: [
      {
        id: 'own-id',
        label: `Give it an id: ${VALVE}`,
        change: () => ({ sends: valve({ protocolLevel: 3 }) }),
        outcome: { '3.1.1': ACCEPTED },
      },
      { id: 'newer', label: 'Speak MQTT 3.1.1', change: () => ({ sends: valve({ clientId: '' }) }), outcome: { '3.1.1': ACCEPTED } },
      {
        id: 'allow',
        label: 'allow_zero_length_clientid true',
        change: () => ({ config: [OPEN, 'allow_zero_length_clientid true'] }),
        outcome: { '3.1.1': refused(IDENTIFIER_REJECTED) },
      },
    ],
    cause: 'MQTT 3.1 wants an id of 1 to 23 characters. An empty one came only with 3.1.1.',
    cure: 'Give the device an id, or use a library that speaks a newer version.',
    deadEnds: ['allow_zero_length_clientid: it is about 3.1.1 and 5.0 only.', 'Clean session: it is on already.'],
    versions: 'Only MQTT 3.1. The answer has the form of 3.1.1.',
  },
  {
    id: 'keep-alive',
    group: 'refusal',
    title: 'The keep alive is longer than the broker allows',
    complaint: 'The valve has a proper id and asks for a keep alive of 120 s. The broker allows 60 s at most.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN, 'max_keepalive 60'], sends: valve({ keepAliveSeconds: 120 }) }),
    outcome: { '3.1.1': refused(IDENTIFIER_REJECTED), '5.0': ACCEPTED },
    mends: [
      {
        id: 'other-id',
        label: 'Take another client id: valve-08',
        change: () => ({ sends: valve({ clientId: 'valve-08', keepAliveSeconds: 120 }) }),
        outcome: { '3.1.1': refused(IDENTIFIER_REJECTED), '5.0': ACCEPTED },
      },
      {
        id: 'none',
        label: 'Turn the keep alive off (0)',
        change: () => ({ sends: valve({ keepAliveSeconds: 0 }) }),
        outcome: { '3.1.1': refused(IDENTIFIER_REJECTED), '5.0': ACCEPTED },
      },
      { id: 'shorter', label: 'Keep alive 60 s', change: () => ({ sends: valve() }), outcome: both(ACCEPTED) },
    ],
    cause: '3.1.1 has no word for “too long a keep alive”. Mosquitto, since 2.0.12, says 0x02 instead, although the id is in order.',
    cure: 'Ask for no more than max_keepalive, or raise it in mosquitto.conf.',
    deadEnds: [
      'Changing the client id: the code speaks of the id, the reason does not.',
      'Keep alive 0: that is no end at all, and longer than every limit.',
    ],
    versions: '5.0 lets the client in and tells it to use 60 s: Server Keep Alive [v5.0 §3.2.2.3.14].',
  },
];
