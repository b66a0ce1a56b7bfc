// mosquitto_sub, the subscriber for the command line that comes with Mosquitto; it stands for what libmosquitto does by itself. It publishes nothing.
// Read in release 2.0.21: client/sub_client.c, client/client_shared.c, lib/. `cleanStart: false` is its option -c, `sessionExpirySeconds` -x, a fixed client id -i.
import type { ClientHabits } from './habits.ts';

const SUB = 'mosquitto_sub 2.0.21, client/sub_client.c';
const SHARED = 'mosquitto_sub 2.0.21, client/client_shared.c';

/** Without -c; libmosquitto keeps the flag for all connections (lib/connect.c, mosquitto__reconnect()). */
const ALWAYS_CLEAN = { first: true, again: true } as const;

/** The session never ends. [v5.0 §3.1.2.11.2] */
const NEVER_ENDS = 0xffff_ffff;

export const mosquittoSub: ClientHabits = {
  name: 'mosquitto_sub',
  version: '2.0.21',
  protocolVersions: ['3.1.1', '5.0'],
  publishQos: 0,
  subscribeQos: 2,
  remembersReceived: true,
  cleanStart: { '3.1.1': ALWAYS_CLEAN, '5.0': ALWAYS_CLEAN },
  // client_shared.c, client_config_load().
  sessionExpirySeconds: (cleanStart) => (cleanStart ? null : NEVER_ENDS),
  // lib/send_connect.c: msgs_in.inflight_maximum, 20 by default.
  receiveMaximum: 20,
  keepAliveSeconds: 60,
  // lib/handle_connack.c: an assigned id is kept for the next connection.
  clientId: { make: () => '', keepsAssigned: true },
  // lib/loop.c, mosquitto_loop_forever(); lib/mosquitto.c: reconnect_delay and reconnect_delay_max are 1 s.
  reconnectWaitMs: () => 1_000,
  // sub_client.c: my_connect_callback() disconnects when it is refused; main() ends when client_connect() fails.
  comesBack: { afterRefusal: false, afterFailedStart: false },
  // my_connect_callback() subscribes whatever Session Present says.
  resubscribes: 'everyConnection',
  // lib/util_mosq.c, mosquitto__check_keepalive().
  pingAfterShare: 1,
  pingAnswerShare: 1,
  pingCountsFrom: 'silence',
  // Linux, tcp_syn_retries 6. CONNACK has as long as the keep alive: by default this.
  tcpTimeoutMs: 127_000,
  connackTimeoutMs: 60_000,
  outbox: {
    keepsOffline: { 0: false, 1: false, 2: false },
    resendsOnReconnect: 'never',
    keptGoOut: 'oneByOne',
    marksDuplicates: true,
    resendsAfterMs: null,
    expiresAfterMs: null,
    inFlightLimit: 20,
    honoursReceiveMaximum: true,
  },
  largestPacketBytes: null,
  facts: [
    {
      text: 'Without `-c` it asks for a clean session on every connection, also when it comes back by itself. So it wipes its own session, and what came in the gap is gone, even with `-x`.',
      source: `${SUB}, main(); lib/connect.c, mosquitto__reconnect(); measured with 2.0.11 and 2.0.20`,
    },
    {
      text: 'With `-c` in 5.0 and without `-x` it asks for a session that never ends. Give `-x` as well, or the broker keeps it until someone wipes it.',
      source: `${SHARED}, client_config_load()`,
    },
    {
      text: '`-c` needs `-i`: without a client id of your own it says so and ends.',
      source: `${SHARED}, client_config_load(); lib/mosquitto.c, mosquitto_new()`,
    },
    {
      text: 'It subscribes again on every connection. So it looks well after an outage: subscribed as before, with the messages of the gap missing.',
      source: `${SUB}, my_connect_callback()`,
    },
    {
      text: 'When a connection is lost it tries again every second, for ever. When the broker refuses it, or cannot be reached at the start, it ends.',
      source: `${SUB}, my_connect_callback(), main(); lib/loop.c, mosquitto_loop_forever()`,
    },
  ],
};
