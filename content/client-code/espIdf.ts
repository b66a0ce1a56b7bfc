// A program for ESP-IDF 5 with its own client, esp-mqtt. It sends a message again by itself after a reconnect and speaks 3.1.1 and 5.0. Wi-Fi is left to the project.
import { type ClientCodeSetting, type ClientIdCode, type ClientProgram, comment, keepsId, quoted } from './setting.ts';

export function espIdfProgram(setting: ClientCodeSetting): ClientProgram {
  const { purpose, publish, subscribe, clientId, protocolVersion } = setting;
  const five = protocolVersion === '5.0';
  const text = [
    ...comment('//', purpose),
    '// ESP-IDF 5. Call start_mqtt() when the network is up.',
    '#include <stdbool.h>',
    '#include <stdint.h>',
    '#include <stdio.h>',
    '#include <string.h>',
    '#include "esp_err.h"',
    '#include "esp_event.h"',
    '#include "esp_log.h"',
    '#include "mqtt_client.h"',
    ...(clientId.from === 'mac' ? ['#include "esp_mac.h"'] : []),
    ...(clientId.from === 'random' ? ['#include "esp_random.h"'] : []),
    ...(keepsId(clientId) ? ['#include "nvs.h"'] : []),
    ...(publish === null ? [] : ['#include "freertos/FreeRTOS.h"', '#include "freertos/task.h"']),
    '',
    'static const char *TAG = "client";',
    'static char client_id[64];',
    ...(publish === null ? [] : ['static volatile bool connected;']),
    '',
    ...makeId(clientId),
    '',
    'static void on_event(void *context, esp_event_base_t base, int32_t id, void *data) {',
    '  esp_mqtt_event_handle_t event = data;',
    '  (void)context;',
    '  (void)base;',
    '  switch ((esp_mqtt_event_id_t)id) {',
    '  case MQTT_EVENT_CONNECTED:',
    '    ESP_LOGI(TAG, "connected as %s, session %s", client_id, event->session_present ? "found" : "new");',
    ...(subscribe === null
      ? []
      : [
          '    // A session that the broker has kept has this subscription already.',
          `    if (!event->session_present) esp_mqtt_client_subscribe(event->client, ${quoted(subscribe.topicFilter)}, ${subscribe.qos});`,
        ]),
    ...(publish === null ? [] : ['    connected = true;']),
    '    break;',
    '  case MQTT_EVENT_DISCONNECTED:',
    ...(publish === null ? [] : ['    connected = false;']),
    '    ESP_LOGI(TAG, "connection lost");',
    '    break;',
    ...(subscribe === null
      ? []
      : [
          '  case MQTT_EVENT_DATA:',
          '    ESP_LOGI(TAG, "%.*s: %.*s", event->topic_len, event->topic, event->data_len, event->data);',
          '    break;',
        ]),
    '  default:',
    '    break;',
    '  }',
    '}',
    '',
    'void start_mqtt(void) {',
    '  make_client_id();',
    '  esp_mqtt_client_config_t config = {',
    '      .broker.address.uri = "mqtt://broker.example",',
    '      .credentials.client_id = client_id,',
    `      .session.keepalive = ${setting.keepAliveSeconds},`,
    ...(setting.keepAliveSeconds === 0 ? ['      .session.disable_keepalive = true,'] : []),
    `      .session.disable_clean_session = ${!setting.cleanStart},`,
    ...(five ? ['      .session.protocol_ver = MQTT_PROTOCOL_V_5,'] : []),
    '  };',
    '  esp_mqtt_client_handle_t client = esp_mqtt_client_init(&config);',
    ...(five && setting.sessionExpirySeconds !== null
      ? [
          `  esp_mqtt5_connection_property_config_t connect = {.session_expiry_interval = ${setting.sessionExpirySeconds}U};`,
          '  esp_mqtt5_client_set_connect_property(client, &connect);',
        ]
      : []),
    '  esp_mqtt_client_register_event(client, ESP_EVENT_ANY_ID, on_event, NULL);',
    '  esp_mqtt_client_start(client);',
    ...(publish === null
      ? []
      : [
          '  for (;;) {',
          `    if (connected && esp_mqtt_client_publish(client, ${quoted(publish.topicName)}, ${quoted(publish.payload)}, 0, ${publish.qos}, 0) < 0) ESP_LOGW(TAG, "not published");`,
          `    vTaskDelay(pdMS_TO_TICKS(${publish.everyMs}));`,
          '  }',
        ]),
    '}',
    '',
  ].join('\n');
  const remarks = five ? ['Switch on MQTT 5.0 in menuconfig (CONFIG_MQTT_PROTOCOL_5), else this does not compile.'] : [];
  return { language: 'espIdf', fileName: 'client.c', text, remarks };
}

function makeId(clientId: ClientIdCode): string[] {
  if (clientId.from === 'fixed')
    return ['static void make_client_id(void) {', `  snprintf(client_id, sizeof client_id, "%s", ${quoted(clientId.text)});`, '}'];
  if (clientId.from === 'mac') {
    return [
      'static void make_client_id(void) {',
      '  uint8_t mac[6];',
      '  ESP_ERROR_CHECK(esp_read_mac(mac, ESP_MAC_WIFI_STA));',
      `  snprintf(client_id, sizeof client_id, "%s%02X%02X%02X%02X%02X%02X", ${quoted(clientId.prefix)}, mac[0], mac[1], mac[2], mac[3], mac[4], mac[5]);`,
      '}',
    ];
  }
  const size = clientId.alphabet.length;
  const alphabet = `static const char ALPHABET[] = ${quoted(clientId.alphabet)};`;
  const draws = [
    `size_t at = (size_t)snprintf(client_id, sizeof client_id, "%s", ${quoted(clientId.prefix)});`,
    `for (int drawn = 0; drawn < ${clientId.characters} && at < sizeof client_id - 1;) {`,
    '  uint32_t number = esp_random();',
    '  // The rest of the range would come out more often for some characters.',
    `  if (number >= UINT32_MAX - UINT32_MAX % ${size}U) continue;`,
    `  client_id[at++] = ALPHABET[number % ${size}U];`,
    '  drawn++;',
    '}',
    'client_id[at] = 0;',
  ];
  if (!keepsId(clientId)) {
    return [
      alphabet,
      '',
      ...comment('//', 'Drawn at each start: its session ends with the connection, and nothing waits for an id of long ago.'),
      'static void make_client_id(void) {',
      ...draws.map((line) => `  ${line}`),
      '}',
    ];
  }
  return [
    alphabet,
    '',
    ...comment(
      '//',
      'Drawn at the first start and kept in flash: a new id at each start would leave an orphan session behind. esp_random() has its noise from the radio, which must be on.',
    ),
    'static void make_client_id(void) {',
    '  nvs_handle_t flash;',
    '  size_t length = sizeof client_id;',
    '  ESP_ERROR_CHECK(nvs_open("mqtt", NVS_READWRITE, &flash));',
    '  if (nvs_get_str(flash, "id", client_id, &length) != ESP_OK) {',
    ...draws.map((line) => `    ${line}`),
    '    ESP_ERROR_CHECK(nvs_set_str(flash, "id", client_id));',
    '    ESP_ERROR_CHECK(nvs_commit(flash));',
    '  }',
    '  nvs_close(flash);',
    '}',
  ];
}
