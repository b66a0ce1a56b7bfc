// Refusals of clients that the broker does not trust, and of protocol versions that it does not speak.
import { CLEAN_FLAG, PASSWORD_FILE, type ProtocolVersion, rawConnect } from '#simulations';
import { ACCEPTED, type ByVersion, both, type ClinicCase, type Outcome, refused } from './case.ts';
import { OPEN, text, VALVE, valve } from './settings.ts';

const NOT_AUTHORISED: ByVersion<Outcome> = { '3.1.1': refused(0x05), '5.0': refused(0x87) };
const UNACCEPTABLE_LEVEL: ByVersion<Outcome> = { '3.1.1': refused(0x01) };
const BY_PASSWORD = ['allow_anonymous false', 'password_file passwords'];
const brokerFiles = { passwords: PASSWORD_FILE };
const RIGHT = { userName: VALVE, password: text('spring-water') };
const WRONG = { userName: VALVE, password: text('tap-water') };
const ofLevel = (level: number, clientId: string = VALVE) => ({
  sends: { bytes: rawConnect({ protocolVersion: '3.1.1', level, clientId, flags: CLEAN_FLAG }) },
});

export const ACCESS_CASES: readonly ClinicCase[] = [
  {
    id: 'wrong-password',
    group: 'refusal',
    title: 'A wrong password',
    complaint: 'The broker has a password file. The valve’s user name is in it; the password that it sends is not the one.',
    setting: (protocolVersion) => ({ protocolVersion, config: BY_PASSWORD, brokerFiles, sends: valve(WRONG) }),
    outcome: NOT_AUTHORISED,
    mends: [
      { id: 'right', label: 'Send the right password', change: () => ({ sends: valve(RIGHT) }), outcome: both(ACCEPTED) },
      {
        id: 'other-user',
        label: 'Try user name valve-08',
        change: () => ({ sends: valve({ ...RIGHT, userName: 'valve-08' }) }),
        outcome: NOT_AUTHORISED,
      },
      {
        id: 'anonymous',
        label: 'allow_anonymous true',
        change: () => ({ config: [OPEN, 'password_file passwords'] }),
        outcome: NOT_AUTHORISED,
      },
    ],
    cause:
      'User name and password are compared with the password file. Whatever is wrong with them, the answer is “not authorized”: who tries names is not told which exist.',
    cure: 'Send the right pair, or set the password anew with mosquitto_passwd and have the broker read it again.',
    deadEnds: [
      'Looking for 0x04 (5.0: 0x86), “bad user name or password”: Mosquitto does not say it to a password.',
      'Allowing anonymous clients: who sends a wrong password is no anonymous client.',
    ],
    versions: '0x05 in 3.1.1, 0x87 in 5.0; the same for a wrong password, an unknown user and none.',
  },
  {
    id: 'no-credentials',
    group: 'refusal',
    title: 'No credentials at all',
    complaint: 'The broker has a listener and nothing more. The valve connects without a user name, as it did with a broker of long ago.',
    setting: (protocolVersion) => ({ protocolVersion, config: [], sends: valve() }),
    outcome: NOT_AUTHORISED,
    mends: [
      {
        id: 'log-in',
        label: 'A password file, and log in',
        change: () => ({ config: BY_PASSWORD, brokerFiles, sends: valve(RIGHT) }),
        outcome: both(ACCEPTED),
      },
      {
        id: 'other-id',
        label: 'Take another client id: valve-08',
        change: () => ({ sends: valve({ clientId: 'valve-08' }) }),
        outcome: NOT_AUTHORISED,
      },
      { id: 'anonymous', label: 'allow_anonymous true', change: () => ({ config: [OPEN] }), outcome: both(ACCEPTED) },
    ],
    cause: 'Since Mosquitto 2.0 a broker with a listener of its own lets nobody in without credentials, unless allow_anonymous says so.',
    cure: 'Give each device a user name and a password. allow_anonymous true opens the door to everybody who reaches the port.',
    deadEnds: ['Another client id: nobody asked for the id.'],
    versions: '0x05 in 3.1.1, 0x87 in 5.0.',
  },
  {
    id: 'id-prefix',
    group: 'refusal',
    title: 'The client id has the wrong beginning',
    complaint: 'Only clients whose id begins with “plant-” are welcome. The valve calls itself valve-07.',
    setting: (protocolVersion) => ({ protocolVersion, config: [OPEN, 'clientid_prefixes plant-'], sends: valve() }),
    outcome: NOT_AUTHORISED,
    mends: [
      {
        id: 'user-name',
        label: 'Send user name plant-valve-07',
        change: () => ({ sends: valve({ userName: 'plant-valve-07' }) }),
        outcome: NOT_AUTHORISED,
      },
      {
        id: 'prefix',
        label: 'Client id plant-valve-07',
        change: () => ({ sends: valve({ clientId: 'plant-valve-07' }) }),
        outcome: both(ACCEPTED),
      },
      {
        id: 'lower',
        label: 'Client id Plant-valve-07',
        change: () => ({ sends: valve({ clientId: 'Plant-valve-07' }) }),
        outcome: NOT_AUTHORISED,
      },
    ],
    cause: 'clientid_prefixes turns away every id that does not begin with it, letter by letter.',
    cure: 'Name the devices as the broker expects, or change the prefix in mosquitto.conf.',
    deadEnds: [
      'User names: the prefix is about the client id.',
      'Waiting for 0x02 or 0x85: the id is at fault, and still the code says “not authorized”.',
    ],
    versions: '0x05 in 3.1.1, 0x87 in 5.0.',
  },
  {
    id: 'user-name-as-id',
    group: 'refusal',
    title: 'The user name is to be the client id, and there is none',
    complaint: 'The broker uses each client’s user name as its client id. The valve sends a client id and no user name.',
    setting: (protocolVersion) => ({ protocolVersion, config: ['use_username_as_clientid true', OPEN], sends: valve() }),
    outcome: NOT_AUTHORISED,
    mends: [
      {
        id: 'other-id',
        label: 'Take another client id: valve-08',
        change: () => ({ sends: valve({ clientId: 'valve-08' }) }),
        outcome: NOT_AUTHORISED,
      },
      { id: 'user-name', label: 'Send user name valve-07', change: () => ({ sends: valve({ userName: VALVE }) }), outcome: both(ACCEPTED) },
      {
        id: 'option',
        label: 'use_username_as_clientid false',
        change: () => ({ config: ['use_username_as_clientid false', OPEN] }),
        outcome: both(ACCEPTED),
      },
    ],
    cause: 'use_username_as_clientid replaces the id by the user name. Without a user name there is nothing to put in its place.',
    cure: 'Send a user name; with this option it is what must differ from device to device.',
    deadEnds: ['Changing the client id: it is thrown away.'],
    versions: '0x05 in 3.1.1, 0x87 in 5.0.',
  },
  {
    id: 'protocol-level',
    group: 'refusal',
    title: 'A protocol level that nobody speaks',
    complaint: 'The protocol name is MQTT, the level is 6: a version that does not exist.',
    setting: () => ({ protocolVersion: '3.1.1', config: [OPEN], ...ofLevel(6) }),
    outcome: UNACCEPTABLE_LEVEL,
    mends: [
      { id: 'level-3', label: 'Level 3', change: () => ofLevel(3), outcome: UNACCEPTABLE_LEVEL },
      { id: 'level-4', label: 'Level 4', change: () => ofLevel(4), outcome: { '3.1.1': ACCEPTED } },
      { id: 'other-id', label: 'Take another client id: valve-08', change: () => ofLevel(6, 'valve-08'), outcome: UNACCEPTABLE_LEVEL },
    ],
    cause: 'With the name MQTT the level must be 4 (3.1.1) or 5 (5.0). Level 3 belongs to the older name MQIsdp.',
    cure: 'Set the protocol version in the client library to 3.1.1 or 5.0.',
    deadEnds: ['Level 3 with the name MQTT: name and level go together.'],
    versions: 'The broker cannot know what a client of level 6 reads, and answers in the form of 3.1.1 [v3.1.1 MQTT-3.1.2-2].',
  },
  {
    id: 'auth-method',
    group: 'refusal',
    title: 'An authentication method that the broker does not know',
    complaint: 'The valve asks for enhanced authentication, method SCRAM-SHA-256. The broker has no plugin for it.',
    setting: (protocolVersion: ProtocolVersion) => ({
      protocolVersion,
      config: [OPEN],
      sends: valve({ properties: { authenticationMethod: 'SCRAM-SHA-256' } }),
    }),
    outcome: { '5.0': refused(0x8c) },
    mends: [
      {
        id: 'other-method',
        label: 'Method PLAIN',
        change: () => ({ sends: valve({ properties: { authenticationMethod: 'PLAIN' } }) }),
        outcome: { '5.0': refused(0x8c) },
      },
      { id: 'no-method', label: 'Leave the method out', change: () => ({ sends: valve() }), outcome: { '5.0': ACCEPTED } },
    ],
    cause: 'Enhanced authentication is a plugin’s work. Without one, every method is unknown.',
    cure: 'Use user name and password, or load a plugin that knows the method.',
    deadEnds: ['Trying one method after the other.'],
    versions: 'Only 5.0 has it [v5.0 §4.12].',
  },
];
