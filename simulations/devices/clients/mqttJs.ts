// MQTT.js, for Node and browsers: 3.1.1 and 5.0, all QoS, a store in RAM.
// Read in release 5.16.0, build/lib, and measured with Mosquitto 2.0.21. Left out: stores on disk, and that its 30 s are for TCP and CONNACK together.
import type { RandomStream } from '../../engine/random.ts';
import type { ClientHabits } from './habits.ts';

const JS = 'MQTT.js 5.16.0, client';

const ALWAYS_CLEAN = { first: true, again: true } as const;

/** defaultId(). */
const ID_DIGITS = 8;

export const mqttJs: ClientHabits = {
  name: 'MQTT.js',
  version: '5.16.0',
  protocolVersions: ['3.1.1', '5.0'],
  publishQos: 2,
  subscribeQos: 2,
  remembersReceived: true,
  // client, defaultConnectOptions.clean; connect() takes it for every connection.
  cleanStart: { '3.1.1': ALWAYS_CLEAN, '5.0': ALWAYS_CLEAN },
  sessionExpirySeconds: () => null,
  receiveMaximum: null,
  keepAliveSeconds: 60,
  // Drawn in the constructor, so once for each start of the program.
  clientId: { make: (chance) => `mqttjs_${hexDigits(chance)}`, keepsAssigned: false },
  // defaultConnectOptions.reconnectPeriod, _setupReconnect().
  reconnectWaitMs: () => 1_000,
  // handlers/connack: reconnectSuppressed, unless reconnectOnConnackError is set.
  comesBack: { afterRefusal: false, afterFailedStart: true },
  // _resubscribe().
  resubscribes: 'withoutSession',
  // KeepaliveManager: two halves of the keep alive, then PINGREQ, and the end at the third; the answers of the broker begin it anew (handlers/index).
  pingAfterShare: 1,
  pingAnswerShare: 0.5,
  pingCountsFrom: 'answers',
  // defaultConnectOptions.connectTimeout.
  tcpTimeoutMs: 30_000,
  connackTimeoutMs: 30_000,
  outbox: {
    // _storePacket(); queueQoSZero is true.
    keepsOffline: { 0: true, 1: true, 2: true },
    resendsOnReconnect: 'always',
    // _onConnect(), storeDeliver(): each when the one before it is answered.
    keptGoOut: 'oneByOne',
    marksDuplicates: false,
    resendsAfterMs: null,
    expiresAfterMs: null,
    inFlightLimit: null,
    honoursReceiveMaximum: false,
  },
  largestPacketBytes: null,
  facts: [
    {
      text: 'Where the program says nothing it asks for a clean session on every connection and subscribes again by itself. All looks well, and what came in the gap is gone.',
      source: `${JS}, defaultConnectOptions, _resubscribe()`,
    },
    {
      text: 'With `clean: false` and its session still there, it does not subscribe again. In 5.0 the session stays only with a `sessionExpiryInterval`.',
      source: `${JS}, _resubscribe(); measured with Mosquitto 2.0.21`,
    },
    {
      text: 'Without a connection it keeps messages of every QoS, 0 as well, and sends them when it is back. They are in memory: a page that is loaded anew has lost them.',
      source: `${JS}, _storePacket(), queueQoSZero`,
    },
    {
      text: 'It has no limit of messages under way. Of 100 of QoS 2 published at once, Mosquitto delivers 20 and MQTT.js reports 100 as done; in 5.0 it delivers 60 and refuses 40.',
      source: `${JS}, publish(); measured with Mosquitto 2.0.21`,
    },
    {
      text: 'What it sends again on a new connection it sends one by one, and without DUP, the mark of a message sent again that both versions ask for.',
      source: `${JS}, _onConnect(); measured with Mosquitto 2.0.21; MQTT 3.1.1 and 5.0, section 3.3.1.1`,
    },
    {
      text: 'It tries again every second, for ever. When the broker refuses it, though, it stays away, unless `reconnectOnConnackError` is set.',
      source: `${JS}, _setupReconnect(); handlers/connack`,
    },
  ],
};

function hexDigits(chance: RandomStream): string {
  return Array.from({ length: ID_DIGITS }, () => Math.floor(chance.next() * 16).toString(16)).join('');
}
