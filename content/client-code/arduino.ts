// An Arduino sketch for the ESP32 with the library MQTT (by Joël Gähwiler, lwmqtt inside): it publishes at QoS 0, 1 and 2, which PubSubClient cannot. It speaks 3.1.1 alone.
import { type ClientCodeSetting, type ClientIdCode, type ClientProgram, comment, keepsId, quoted } from './setting.ts';

export function arduinoProgram(setting: ClientCodeSetting): ClientProgram {
  const { purpose, publish, subscribe, clientId } = setting;
  const kept = keepsId(clientId);
  const text = [
    ...comment('//', purpose),
    '// Library: MQTT (256dpi). Board: ESP32.',
    '#include <WiFi.h>',
    '#include <MQTT.h>',
    ...(kept ? ['#include <Preferences.h>'] : []),
    '',
    'const char WIFI_NAME[] = "your-network";',
    'const char WIFI_PASSWORD[] = "your-password";',
    'const char BROKER[] = "broker.example";',
    '',
    'WiFiClient network;',
    'MQTTClient mqtt(512);',
    'char clientId[64];',
    'unsigned long nextAttempt = 0;',
    ...(publish === null ? [] : ['unsigned long nextMessage = 0;']),
    '',
    ...makeId(clientId),
    '',
    ...(subscribe === null
      ? []
      : ['void onMessage(String &topic, String &payload) {', '  Serial.println(topic + ": " + payload);', '}', '']),
    'void connectNow() {',
    '  if (!mqtt.connect(clientId)) {',
    '    Serial.printf("not connected: error %d, return code %d\\n", (int)mqtt.lastError(), (int)mqtt.returnCode());',
    '    return;',
    '  }',
    '  Serial.printf("connected as %s, session %s\\n", clientId, mqtt.sessionPresent() ? "found" : "new");',
    ...(subscribe === null
      ? []
      : [
          '  // A session that the broker has kept has this subscription already.',
          `  if (!mqtt.sessionPresent()) mqtt.subscribe(${quoted(subscribe.topicFilter)}, ${subscribe.qos});`,
        ]),
    '}',
    '',
    'void setup() {',
    '  Serial.begin(115200);',
    '  WiFi.begin(WIFI_NAME, WIFI_PASSWORD);',
    '  makeClientId();',
    '  mqtt.begin(BROKER, 1883, network);',
    `  mqtt.setKeepAlive(${setting.keepAliveSeconds});`,
    `  mqtt.setCleanSession(${setting.cleanStart});`,
    ...(subscribe === null ? [] : ['  mqtt.onMessage(onMessage);']),
    '}',
    '',
    'void loop() {',
    '  mqtt.loop();',
    '  unsigned long now = millis();',
    '  if (!mqtt.connected() && WiFi.status() == WL_CONNECTED && (long)(now - nextAttempt) >= 0) {',
    '    // Not all devices at once after a power cut: one to five seconds.',
    '    nextAttempt = now + 1000 + esp_random() % 4000;',
    '    connectNow();',
    '  }',
    ...(publish === null
      ? []
      : [
          '  if (mqtt.connected() && (long)(now - nextMessage) >= 0) {',
          `    nextMessage = now + ${publish.everyMs}UL;`,
          `    if (!mqtt.publish(${quoted(publish.topicName)}, ${quoted(publish.payload)}, false, ${publish.qos})) Serial.println("not published");`,
          '  }',
        ]),
    '}',
    '',
  ].join('\n');
  return { language: 'arduino', fileName: 'client.ino', text, remarks: remarksOf(setting) };
}

function makeId(clientId: ClientIdCode): string[] {
  if (clientId.from === 'fixed')
    return ['void makeClientId() {', `  snprintf(clientId, sizeof clientId, "%s", ${quoted(clientId.text)});`, '}'];
  if (clientId.from === 'mac') {
    return [
      '// The address as it stands on the label; getEfuseMac() has its bytes the other way round.',
      'void makeClientId() {',
      '  uint8_t mac[6];',
      '  WiFi.macAddress(mac);',
      `  snprintf(clientId, sizeof clientId, "%s%02X%02X%02X%02X%02X%02X", ${quoted(clientId.prefix)}, mac[0], mac[1], mac[2], mac[3], mac[4], mac[5]);`,
      '}',
    ];
  }
  const alphabet = `const char ALPHABET[] = ${quoted(clientId.alphabet)};`;
  const draws = [
    `size_t at = snprintf(clientId, sizeof clientId, "%s", ${quoted(clientId.prefix)});`,
    `for (int i = 0; i < ${clientId.characters} && at < sizeof clientId - 1; i++) clientId[at++] = ALPHABET[random(sizeof ALPHABET - 1)];`,
    'clientId[at] = 0;',
  ];
  if (!keepsId(clientId)) {
    return [
      alphabet,
      '',
      ...comment('//', 'Drawn at each start: its session ends with the connection, and nothing waits for an id of long ago.'),
      'void makeClientId() {',
      ...draws.map((line) => `  ${line}`),
      '}',
    ];
  }
  return [
    alphabet,
    '',
    ...comment(
      '//',
      'Drawn at the first start, when the radio is on and esp_random() has its noise, and kept in flash: a new id at each start would leave an orphan session behind.',
    ),
    'void makeClientId() {',
    '  Preferences flash;',
    '  flash.begin("mqtt", false);',
    '  if (flash.getString("id", clientId, sizeof clientId) == 0) {',
    ...draws.map((line) => `    ${line}`),
    '    flash.putString("id", clientId);',
    '  }',
    '  flash.end();',
    '}',
  ];
}

function remarksOf({ protocolVersion, sessionExpirySeconds }: ClientCodeSetting): string[] {
  if (protocolVersion === '3.1.1') return [];
  const lost =
    sessionExpirySeconds === null ? '' : ' A session expiry cannot be sent; the broker’s persistent_client_expiration is the only limit.';
  return [`This library speaks MQTT 3.1.1 alone, so the sketch does too.${lost} For 5.0 take ESP-IDF.`];
}
