// PubSubClient (N. O'Leary), the usual library of Arduino sketches: 3.1.1, publishes at QoS 0, keeps nothing, comes back only when the sketch says so.
// Read in release 2.8, src/PubSubClient.cpp and src/PubSubClient.h; its default settings. Left out: MQTT 3.1, the calls for long payloads (beginPublish, publish_P).
import type { ClientHabits } from './habits.ts';

const CPP = 'PubSubClient 2.8, src/PubSubClient.cpp';

/** What every short form of connect() asks for. */
const ALWAYS_CLEAN = { first: true, again: true } as const;

export const pubSubClient: ClientHabits = {
  name: 'PubSubClient',
  version: '2.8',
  // PubSubClient.h, MQTT_VERSION. What follows for 5.0 has no use.
  protocolVersions: ['3.1.1'],
  // README, "Limitations"; subscribe() returns false above QoS 1.
  publishQos: 0,
  subscribeQos: 1,
  remembersReceived: false,
  // connect(id) and the other short forms pass 1 for cleanSession to the long one.
  cleanStart: { '3.1.1': ALWAYS_CLEAN, '5.0': ALWAYS_CLEAN },
  sessionExpirySeconds: () => null,
  receiveMaximum: null,
  // PubSubClient.h, MQTT_KEEPALIVE.
  keepAliveSeconds: 15,
  // connect() has no form without an id; an empty one is sent as it is.
  clientId: { make: () => '', keepsAssigned: false },
  // loop() returns false when the connection is lost, and that is all.
  reconnectWaitMs: null,
  comesBack: { afterRefusal: false, afterFailedStart: false },
  resubscribes: 'never',
  // loop(): PINGREQ when nothing was sent, or nothing came, for the whole keep alive; the connection is closed when that happens once more before PINGRESP.
  pingAfterShare: 1,
  pingAnswerShare: 1,
  pingCountsFrom: 'silence',
  // arduino-esp32 2.0, WiFiClient.cpp, WIFI_CLIENT_DEF_CONN_TIMEOUT_MS; PubSubClient.h, MQTT_SOCKET_TIMEOUT.
  tcpTimeoutMs: 3_000,
  connackTimeoutMs: 15_000,
  outbox: {
    keepsOffline: { 0: false, 1: false, 2: false },
    resendsOnReconnect: 'never',
    keptGoOut: 'oneByOne',
    marksDuplicates: false,
    resendsAfterMs: null,
    expiresAfterMs: null,
    inFlightLimit: null,
    honoursReceiveMaximum: false,
  },
  // publish(): a buffer of 256 bytes (MQTT_MAX_PACKET_SIZE) keeps 5 free for the fixed header and needs 2 for the length of the topic. So topic and payload have 249, and
  // the packet, whose fixed header then takes 3, at most 254.
  largestPacketBytes: 254,
  facts: [
    {
      text: 'It publishes at QoS 0 only. The third argument of `publish()` is “retained”: a 1 there does not ask for QoS 1, it leaves a retained message behind.',
      source: `${CPP}, publish(); README.md, “Limitations”`,
    },
    {
      text: 'What is published without a connection is lost: `publish()` returns false and keeps nothing.',
      source: `${CPP}, publish()`,
    },
    {
      text: 'It does not connect again by itself. In its example the sketch does so: it tries, waits 5 s, and tries again.',
      source: `${CPP}, loop(); examples/mqtt_esp8266, reconnect()`,
    },
    {
      text: '`connect(id)` asks for a clean session, so each connection wipes subscriptions and waiting messages. Only the longest form of `connect()` can ask for a session that stays.',
      source: `${CPP}, connect()`,
    },
    {
      text: 'Topic and payload together may have 249 bytes; longer messages are not sent. One that arrives too long is thrown away without a word, and at QoS 1 it is never acknowledged.',
      source: `${CPP}, publish(), readPacket(), loop(); src/PubSubClient.h, MQTT_MAX_PACKET_SIZE`,
    },
    {
      text: '`setKeepAlive(0)` does not turn keep alive off: the library pings at once, and closes the connection a moment later.',
      source: `${CPP}, loop()`,
    },
  ],
};
