// esp-mqtt, the MQTT client of ESP-IDF: 3.1.1, and 5.0 where it is built in (CONFIG_MQTT_PROTOCOL_5). All QoS, an outbox in RAM, a task of its own that reconnects.
// Read in release 1.2.0: mqtt_client.c, mqtt5_client.c, lib/mqtt_outbox.c, lib/include/mqtt_config.h; its default settings.
// Left out: in 3.1.1 what was unanswered goes out again only behind what was kept, one each second.
import type { ClientHabits } from './habits.ts';

const C = 'esp-mqtt 1.2.0, mqtt_client.c';

/** session.disable_clean_session is not set. */
const ALWAYS_CLEAN = { first: true, again: true } as const;

export const espMqtt: ClientHabits = {
  name: 'esp-mqtt',
  version: '1.2.0',
  protocolVersions: ['3.1.1', '5.0'],
  publishQos: 2,
  subscribeQos: 2,
  remembersReceived: false,
  // esp_mqtt_set_config(): the flag is the opposite of disable_clean_session, for all connections.
  cleanStart: { '3.1.1': ALWAYS_CLEAN, '5.0': ALWAYS_CLEAN },
  // lib/mqtt5_msg.c, mqtt5_msg_connect(): properties that the program has not set are left out.
  sessionExpirySeconds: () => null,
  receiveMaximum: null,
  // mqtt_config.h, MQTT_KEEPALIVE_TICK.
  keepAliveSeconds: 120,
  // lib/platform_esp32_idf.c, platform_create_id_string(). lib/mqtt5_msg.c, mqtt5_msg_parse_connack_property(): an assigned id takes the place of the empty one.
  clientId: { make: (_chance, macAddress) => (macAddress === null ? 'esp_mqtt_client_id' : idOf(macAddress)), keepsAssigned: true },
  // mqtt_config.h, MQTT_RECON_DEFAULT_MS; esp_mqtt_abort_connection() and the state WAIT_RECONNECT of esp_mqtt_task(), whatever ended the connection.
  reconnectWaitMs: () => 10_000,
  comesBack: { afterRefusal: true, afterFailedStart: true },
  resubscribes: 'never',
  // process_keepalive(): a ping at half the keep alive, the end at the whole, both since the last PINGRESP. Nothing else sets that clock.
  pingAfterShare: 0.5,
  pingAnswerShare: 0.5,
  pingCountsFrom: 'pings',
  // mqtt_config.h, MQTT_NETWORK_TIMEOUT_MS, for TCP and again for CONNACK.
  tcpTimeoutMs: 10_000,
  connackTimeoutMs: 10_000,
  outbox: {
    // esp_mqtt_client_publish().
    keepsOffline: { 0: false, 1: true, 2: true },
    resendsOnReconnect: 'always',
    // esp_mqtt_task(): one queued message each time round, and it goes round when something has come or a second is over.
    keptGoOut: 'oneByOne',
    marksDuplicates: true,
    // mqtt_config.h, MQTT_DEFAULT_RETRANSMIT_TIMEOUT_MS; esp_mqtt_task(): the first of those transmitted, and the first of those that await PUBCOMP.
    resendsAfterMs: 1_000,
    // mqtt_config.h, OUTBOX_EXPIRED_TIMEOUT_MS.
    expiresAfterMs: 30_000,
    inFlightLimit: null,
    // mqtt5_client.c, esp_mqtt5_client_check_inflight_maximum().
    honoursReceiveMaximum: true,
  },
  // Longer than its buffer of 1,024 bytes: sent in parts.
  largestPacketBytes: null,
  facts: [
    {
      text: '`esp_mqtt_client_publish()` without a connection keeps messages of QoS 1 and 2 for later. Those of QoS 0 it loses.',
      source: `${C}, esp_mqtt_client_publish()`,
    },
    {
      text: 'It forgets a message after 30 s, whether it was sent or not, and says so only where `CONFIG_MQTT_REPORT_DELETED_MESSAGES` is on. After an outage of a minute, what was published in its first half is gone.',
      source: `${C}, mqtt_delete_expired_messages(); lib/include/mqtt_config.h, OUTBOX_EXPIRED_TIMEOUT_MS`,
    },
    {
      text: 'Once a second it sends the oldest unanswered message again on the same connection. MQTT 5.0 forbids that.',
      source: `${C}, esp_mqtt_task(); MQTT 5.0, section 4.4`,
    },
    {
      text: 'Where the program says nothing it asks for a clean session, and in 5.0 it sends no session expiry. A session that stays needs `disable_clean_session`, and in 5.0 an expiry as well.',
      source: `${C}, esp_mqtt_set_config(); lib/mqtt5_msg.c, mqtt5_msg_connect()`,
    },
    {
      text: 'It pings after half the keep alive, so every 60 s, however busy it is, and gives the connection up when no answer has come by the whole of it.',
      source: `${C}, process_keepalive(); lib/include/mqtt_config.h, MQTT_KEEPALIVE_TICK`,
    },
    {
      text: 'It does not remember which messages it has received. One of QoS 2 that the broker has to send twice reaches the program twice.',
      source: `${C}, mqtt_process_receive(), deliver_publish()`,
    },
  ],
};

/** The last three bytes of the MAC address in hex: the first of them in small letters, the others in capitals. */
function idOf(macAddress: string): string {
  const [first = '', ...others] = macAddress.split(':').slice(3);
  return `ESP32_${first.toLowerCase()}${others.join('').toUpperCase()}`;
}
