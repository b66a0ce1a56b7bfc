// Eclipse Paho for Python: 3.1.1 and 5.0, all QoS, a queue in RAM. As most programs use it: connect(), then loop_forever() or loop_start().
// Read in release 2.1.0, paho/mqtt/client.py; what is said to be measured was, with that release and Mosquitto 2.0.21.
import type { ClientHabits } from './habits.ts';

const PY = 'Paho Python 2.1.0, client.py';

export const pahoPython: ClientHabits = {
  name: 'Paho Python',
  version: '2.1.0',
  protocolVersions: ['3.1.1', '5.0'],
  publishQos: 2,
  subscribeQos: 2,
  remembersReceived: true,
  // Client.__init__(): clean_session is True. connect(): clean_start is MQTT_CLEAN_START_FIRST_ONLY; _send_connect() sets the flag until a CONNACK has come.
  cleanStart: { '3.1.1': { first: true, again: true }, '5.0': { first: true, again: false } },
  // connect(): properties is None.
  sessionExpirySeconds: () => null,
  receiveMaximum: null,
  keepAliveSeconds: 60,
  // Client.__init__(): empty. _handle_connack() does not look at an assigned id.
  clientId: { make: () => '', keepsAssigned: false },
  // reconnect_delay_set() and _reconnect_wait(): 1 s, doubled up to 120 s, until a CONNACK has accepted.
  reconnectWaitMs: (failures) => Math.min(120_000, 1_000 * 2 ** (failures - 1)),
  // loop_forever() goes on after a refusal; connect() raises what the socket raises.
  comesBack: { afterRefusal: true, afterFailedStart: false },
  resubscribes: 'never',
  // _check_keepalive(): the whole keep alive without a packet sent, or without one received; the end when that happens once more before PINGRESP.
  pingAfterShare: 1,
  pingAnswerShare: 1,
  pingCountsFrom: 'silence',
  // _connect_timeout. For CONNACK _check_keepalive() waits as long as the keep alive: by default this.
  tcpTimeoutMs: 5_000,
  connackTimeoutMs: 60_000,
  outbox: {
    // publish().
    keepsOffline: { 0: false, 1: true, 2: true },
    resendsOnReconnect: 'always',
    // _messages_reconnect_reset_out() counts none as under way, and _handle_connack() sends all.
    keptGoOut: 'allAtOnce',
    marksDuplicates: true,
    resendsAfterMs: null,
    expiresAfterMs: null,
    // _max_inflight_messages.
    inFlightLimit: 20,
    // No line of it reads the property.
    honoursReceiveMaximum: false,
  },
  largestPacketBytes: null,
  facts: [
    {
      text: 'In 5.0 it asks for a clean start on its first connection only. Yet it sends no session expiry, so the broker ends the session with the connection, and there is nothing to come back to. Set `SessionExpiryInterval`.',
      source: `${PY}, connect(), _send_connect()`,
    },
    {
      text: 'It never subscribes again by itself. A program that subscribes after `connect()` instead of in `on_connect` hears nothing after a reconnection without its session.',
      source: `${PY}, _handle_connack()`,
    },
    {
      text: '`publish()` without a connection returns `MQTT_ERR_NO_CONN` for every QoS. Even so it keeps messages of QoS 1 and 2 and sends them later; those of QoS 0 are lost.',
      source: `${PY}, publish()`,
    },
    {
      text: 'What it has kept goes out all at once on the next connection, past its own limit of 20. With 100 messages of QoS 2 kept, Mosquitto delivers 20 (in 5.0: 60), and the library reports all 100 as published.',
      source: `${PY}, _messages_reconnect_reset_out(), _handle_connack(); measured with Mosquitto 2.0.21`,
    },
    {
      text: 'It tries again after 1 s, then 2, 4, 8 s and so on up to 2 minutes, with no random part. After a long outage it may be the last to come back.',
      source: `${PY}, reconnect_delay_set(), _reconnect_wait()`,
    },
    {
      text: 'When the broker cannot be reached at the start, `connect()` raises an error and the program ends, unless it catches that.',
      source: `${PY}, connect(), reconnect()`,
    },
  ],
};
