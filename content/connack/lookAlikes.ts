// What looks like a refusal and is none: the broker closes without a word, or never heard the client, or lets it in at somebody else's cost.
import { CLEAN_FLAG, PASSWORD_FLAG, type RawConnect, rawConnect } from '#simulations';
import { ACCEPTED, ACCEPTED_AT_A_COST, both, CLOSED, type ClinicCase } from './case.ts';
import { OPEN, text, VALVE, valve, will } from './settings.ts';

const raw = (connect: Omit<RawConnect, 'clientId'> & { readonly clientId?: string }) => ({
  sends: { bytes: rawConnect({ clientId: VALVE, ...connect }) },
});
const PUBLISH = [0x30, 0x05, 0x00, 0x01, 0x61, 0x68, 0x69];
const PINGREQ = [0xc0, 0x00];
const RESERVED = 0x01;

export const LOOK_ALIKES: readonly ClinicCase[] = [
  {
    id: 'take-over',
    group: 'lookAlike',
    title: 'The client id is in use',
    complaint: 'A device with the id valve-07 is connected. The newcomer has the same id.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN], inside: [VALVE], sends: valve() }),
    outcome: both(ACCEPTED_AT_A_COST),
    mends: [
      {
        id: 'keep',
        label: 'Turn clean session off',
        change: () => ({ sends: valve({ cleanStart: false }) }),
        outcome: both(ACCEPTED_AT_A_COST),
      },
      {
        id: 'own-id',
        label: 'An id of its own: valve-08',
        change: () => ({ sends: valve({ clientId: 'valve-08' }) }),
        outcome: both(ACCEPTED),
      },
    ],
    cause:
      'The standard lets the newcomer in and has the broker end the older connection. An id in use is never refused with 0x02, with or without clean session.',
    cure: 'One id for each device. Two that share one and reconnect throw each other out for ever.',
    deadEnds: [
      'Clean session or clean start: they decide what the newcomer inherits, not whether it gets in.',
      'A new random id at every connect: it ends the fight, and with kept sessions leaves an orphan behind each time.',
    ],
    versions:
      'The newcomer gets 0x00 in both [v3.1.1 MQTT-3.1.4-2] [v5.0 MQTT-3.1.4-3]. The older one sees its connection close; in 5.0 it is told why, DISCONNECT 0x8E.',
  },
  {
    id: 'max-connections',
    group: 'lookAlike',
    title: 'The listener is full',
    complaint: 'The listener takes two connections, and two clients are in. A third comes.',
    setting: (protocolVersion) => ({ protocolVersion, config: ['max_connections 2', OPEN], inside: ['pump-1', 'pump-2'], sends: valve() }),
    outcome: both(CLOSED),
    mends: [
      { id: 'known-id', label: 'Come with the id pump-1', change: () => ({ sends: valve({ clientId: 'pump-1' }) }), outcome: both(CLOSED) },
      { id: 'more', label: 'max_connections 3', change: () => ({ config: ['max_connections 3', OPEN] }), outcome: both(ACCEPTED) },
      { id: 'unlimited', label: 'No max_connections', change: () => ({ config: [OPEN] }), outcome: both(ACCEPTED) },
    ],
    cause:
      'Above max_connections the socket is closed before a byte of CONNECT is read. So there is no CONNACK and no 0x03; the log says it.',
    cure: 'Raise the limit, or leave it out: without it there is none. Adding one can only lower what the broker takes.',
    deadEnds: [
      'The id of somebody inside: the broker would have to read CONNECT to know.',
      'Waiting for “server unavailable”: Mosquitto does not say it here.',
    ],
    versions: 'The same in both.',
  },
  {
    id: 'tcp-refused',
    group: 'lookAlike',
    title: 'Nobody listens',
    complaint: 'The broker’s program is not running. The valve dials.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN], brokerDown: true, sends: valve() }),
    outcome: both(CLOSED),
    mends: [
      {
        id: 'other-id',
        label: 'Take another client id: valve-08',
        change: () => ({ sends: valve({ clientId: 'valve-08' }) }),
        outcome: both(CLOSED),
      },
      { id: 'start', label: 'Start the broker', change: () => ({ brokerDown: false }), outcome: both(ACCEPTED) },
    ],
    cause: 'TCP itself refuses: nothing has the port. MQTT has not begun, so no code of MQTT can come.',
    cure: 'Start the broker; check host, port and firewall.',
    deadEnds: ['Anything in CONNECT: it is never sent.'],
    versions: 'The same in both.',
  },
  {
    id: 'packet-too-large',
    group: 'lookAlike',
    title: 'CONNECT is larger than a packet may be',
    complaint: 'With its will, CONNECT has more than 60 bytes. The broker takes packets of up to 40.',
    setting: (protocolVersion) => ({
      protocolVersion,
      config: ['max_packet_size 40', OPEN],
      sends: valve(will({ payload: text('gone without a word of goodbye') })),
    }),
    outcome: both(CLOSED),
    mends: [
      {
        id: 'shorter-id',
        label: 'Client id v7',
        change: () => ({ sends: valve({ ...will({ payload: text('gone without a word of goodbye') }), clientId: 'v7' }) }),
        outcome: both(CLOSED),
      },
      { id: 'no-will', label: 'No will', change: () => ({ sends: valve() }), outcome: both(ACCEPTED) },
      { id: 'limit', label: 'max_packet_size 200', change: () => ({ config: ['max_packet_size 200', OPEN] }), outcome: both(ACCEPTED) },
    ],
    cause: 'The fixed header already says how long the packet is. The broker stops there and closes.',
    cure: 'Shorten CONNECT (will, user name, id), or raise max_packet_size.',
    deadEnds: ['Waiting for 0x95, packet too large: this broker does not answer CONNECT with it here.'],
    versions: 'The same in both.',
  },
  {
    id: 'protocol-name',
    group: 'lookAlike',
    title: 'A wrong protocol name',
    complaint: 'CONNECT begins with the name MQTX.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN], ...raw({ protocolVersion, protocolName: 'MQTX' }) }),
    outcome: both(CLOSED),
    mends: [
      {
        id: 'old-name',
        label: 'Lower case: mqtt',
        change: (protocolVersion) => raw({ protocolVersion, protocolName: 'mqtt' }),
        outcome: both(CLOSED),
      },
      { id: 'name', label: 'The name MQTT', change: (protocolVersion) => raw({ protocolVersion }), outcome: both(ACCEPTED) },
    ],
    cause: 'Whoever does not begin with MQTT (or MQIsdp, in 3.1) speaks another protocol; the broker hangs up.',
    cure: 'Connect with an MQTT client, to the port of MQTT.',
    deadEnds: ['Waiting for 0x01: that is for the level, not for the name.'],
    versions: 'The same in both [v3.1.1 MQTT-3.1.2-1] [v5.0 MQTT-3.1.2-1].',
  },
  {
    id: 'reserved-flag',
    group: 'lookAlike',
    title: 'A reserved bit is set',
    complaint: 'Bit 0 of the connect flags is reserved and must be 0. Here it is 1.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN], ...raw({ protocolVersion, flags: CLEAN_FLAG | RESERVED }) }),
    outcome: both(CLOSED),
    mends: [
      {
        id: 'clean-off',
        label: 'Clean session bit off',
        change: (protocolVersion) => raw({ protocolVersion, flags: RESERVED }),
        outcome: both(CLOSED),
      },
      { id: 'bit-0', label: 'Bit 0 to 0', change: (protocolVersion) => raw({ protocolVersion }), outcome: both(ACCEPTED) },
    ],
    cause: 'The packet is malformed, and the broker closes without an answer.',
    cure: 'Use a tested library rather than bytes of one’s own making.',
    deadEnds: ['Other flags: the reserved bit alone decides.'],
    versions: 'The same in both [v3.1.1 MQTT-3.1.2-3] [v5.0 MQTT-3.1.2-3].',
  },
  {
    id: 'password-alone',
    group: 'lookAlike',
    title: 'A password without a user name',
    complaint: 'The valve sends a password and no user name. The broker lets in anybody.',
    setting: (protocolVersion) => ({
      protocolVersion,
      config: [OPEN],
      ...raw({ protocolVersion, flags: CLEAN_FLAG | PASSWORD_FLAG, password: 'spring-water' }),
    }),
    outcome: { '3.1.1': CLOSED, '5.0': ACCEPTED },
    mends: [
      {
        id: 'other-password',
        label: 'Another password',
        change: (protocolVersion) => raw({ protocolVersion, flags: CLEAN_FLAG | PASSWORD_FLAG, password: 'tap-water' }),
        outcome: { '3.1.1': CLOSED, '5.0': ACCEPTED },
      },
      {
        id: 'user-name',
        label: 'Send the user name too',
        change: () => ({ sends: valve({ userName: VALVE, password: text('spring-water') }) }),
        outcome: both(ACCEPTED),
      },
      { id: 'no-password', label: 'No password', change: (protocolVersion) => raw({ protocolVersion }), outcome: both(ACCEPTED) },
    ],
    cause: 'In 3.1.1 a password may only come with a user name; otherwise the packet is broken, and the connection ends without an answer.',
    cure: 'Send both or neither.',
    deadEnds: ['Checking the password: nobody has looked at it.'],
    versions: '3.1.1 forbids it [MQTT-3.1.2-22]; 5.0 allows it [v5.0 §3.1.2.9].',
  },
  {
    id: 'publish-first',
    group: 'lookAlike',
    title: 'The first packet is no CONNECT',
    complaint: 'The valve opens the connection and sends PUBLISH at once.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN], sends: { bytes: PUBLISH } }),
    outcome: both(CLOSED),
    mends: [
      { id: 'ping', label: 'PINGREQ first', change: () => ({ sends: { bytes: PINGREQ } }), outcome: both(CLOSED) },
      { id: 'connect', label: 'CONNECT first', change: () => ({ sends: valve() }), outcome: both(ACCEPTED) },
    ],
    cause: 'Before CONNECT the broker does not know who speaks, and answers nothing else.',
    cure: 'Wait for CONNACK with code 0 before anything else is sent.',
    deadEnds: ['A smaller packet, or one that asks for an answer.'],
    versions: 'The same in both [v3.1.1 MQTT-3.1.0-1] [v5.0 MQTT-3.1.0-1].',
  },
  {
    id: 'connect-twice',
    group: 'lookAlike',
    title: 'CONNECT a second time',
    complaint: 'The valve connects, is let in, and sends CONNECT once more on the same connection.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN], sends: valve(), connectsTwice: true }),
    outcome: both(ACCEPTED_AT_A_COST),
    mends: [
      {
        id: 'keep',
        label: 'Turn clean session off',
        change: () => ({ sends: valve({ cleanStart: false }) }),
        outcome: both(ACCEPTED_AT_A_COST),
      },
      { id: 'once', label: 'Send CONNECT once', change: () => ({ connectsTwice: false }), outcome: both(ACCEPTED) },
    ],
    cause: 'A second CONNECT is a violation of the protocol, and the broker ends the connection.',
    cure: 'One CONNECT for each connection. To log in anew, close it first.',
    deadEnds: ['Other fields in the second CONNECT: they are not looked at.'],
    versions: 'The first is accepted with 0x00 in both; then the connection ends [v3.1.1 MQTT-3.1.0-2] [v5.0 MQTT-3.1.0-2].',
  },
  {
    id: 'nul-in-id',
    group: 'lookAlike',
    title: 'A zero in the client id',
    complaint: 'The client id ends with the character U+0000, as when a C string is sent with its end.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN], ...raw({ protocolVersion, clientId: `${VALVE}\u0000` }) }),
    outcome: both(CLOSED),
    mends: [
      {
        id: 'in-front',
        label: 'Put the zero in front',
        change: (protocolVersion) => raw({ protocolVersion, clientId: `\u0000${VALVE}` }),
        outcome: both(CLOSED),
      },
      { id: 'without', label: 'Leave the zero out', change: (protocolVersion) => raw({ protocolVersion }), outcome: both(ACCEPTED) },
    ],
    cause: 'Text in MQTT must not hold U+0000. The packet is malformed, and the broker closes.',
    cure: 'Send the length of the text without its terminating zero.',
    deadEnds: ['Waiting for 0x02: the id is not looked at as an id.'],
    versions: 'The same in both [v3.1.1 MQTT-1.5.3-2] [v5.0 MQTT-1.5.4-2].',
  },
];
