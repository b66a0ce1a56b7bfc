// A program for Node.js with MQTT.js 5. It reconnects by itself after a second; with clean session off it also sends its unfinished messages again.
import { type ClientCodeSetting, type ClientIdCode, type ClientProgram, comment, keepsId, quoted } from './setting.ts';

export function mqttJsProgram(setting: ClientCodeSetting): ClientProgram {
  const { purpose, publish, subscribe, clientId, protocolVersion, sessionExpirySeconds } = setting;
  const five = protocolVersion === '5.0';
  const text = [
    ...comment('//', purpose),
    '// npm install mqtt@5',
    ...(clientId.from === 'random' ? ["import { randomInt } from 'node:crypto';"] : []),
    ...(keepsId(clientId) ? ["import { existsSync, readFileSync, writeFileSync } from 'node:fs';"] : []),
    ...(clientId.from === 'mac' ? ["import { networkInterfaces } from 'node:os';"] : []),
    "import mqtt from 'mqtt';",
    '',
    ...makeId(clientId),
    '',
    "const client = mqtt.connect('mqtt://broker.example', {",
    '  clientId: makeClientId(),',
    `  protocolVersion: ${five ? 5 : 4},`,
    `  clean: ${setting.cleanStart},`,
    `  keepalive: ${setting.keepAliveSeconds},`,
    ...(five && sessionExpirySeconds !== null ? [`  properties: { sessionExpiryInterval: ${sessionExpirySeconds} },`] : []),
    '  // Not all devices at once after a power cut: one to five seconds.',
    '  reconnectPeriod: 1000 + Math.floor(Math.random() * 4000),',
    '});',
    '',
    "client.on('connect', ({ sessionPresent }) => {",
    "  console.log('connected, session', sessionPresent ? 'found' : 'new');",
    ...(subscribe === null
      ? []
      : [
          '  // A session that the broker has kept has this subscription already.',
          `  if (!sessionPresent) client.subscribe(${quoted(subscribe.topicFilter)}, { qos: ${subscribe.qos} });`,
        ]),
    '});',
    "client.on('error', (error) => console.error(error.message));",
    ...(subscribe === null ? [] : ["client.on('message', (topic, payload) => console.log(topic, payload.toString()));"]),
    ...(publish === null
      ? []
      : [
          '',
          'setInterval(() => {',
          `  client.publish(${quoted(publish.topicName)}, ${quoted(publish.payload)}, { qos: ${publish.qos} }, (error) => {`,
          "    if (error) console.error('not published:', error.message);",
          '  });',
          `}, ${publish.everyMs});`,
        ]),
    '',
  ].join('\n');
  const burst =
    'MQTT.js has no limit of its own for QoS 2 messages under way: keep at most 20 unanswered, or Mosquitto drops what is above its max_inflight_messages.';
  return { language: 'mqttJs', fileName: 'client.mjs', text, remarks: publish?.qos === 2 ? [burst] : [] };
}

function makeId(clientId: ClientIdCode): string[] {
  if (clientId.from === 'fixed') return ['function makeClientId() {', `  return ${quoted(clientId.text)};`, '}'];
  if (clientId.from === 'mac') {
    return [
      '// The address of the first network card that is not the loop back to this computer.',
      'function makeClientId() {',
      '  const cards = Object.values(networkInterfaces()).flat();',
      "  const mac = cards.find((card) => !card.internal)?.mac ?? '00:00:00:00:00:00';",
      `  return ${quoted(clientId.prefix)} + mac.replaceAll(':', '').toUpperCase();`,
      '}',
    ];
  }
  if (!keepsId(clientId)) {
    return [
      `const ALPHABET = ${quoted(clientId.alphabet)};`,
      '',
      ...comment('//', 'Drawn at each start: its session ends with the connection, and nothing waits for an id of long ago.'),
      'function makeClientId() {',
      `  let id = ${quoted(clientId.prefix)};`,
      `  for (let i = 0; i < ${clientId.characters}; i++) id += ALPHABET[randomInt(ALPHABET.length)];`,
      '  return id;',
      '}',
    ];
  }
  return [
    `const ALPHABET = ${quoted(clientId.alphabet)};`,
    '',
    '// Drawn at the first start and kept: a new id at each start would leave an orphan session behind.',
    'function makeClientId() {',
    "  const kept = 'client-id.txt';",
    '  if (!existsSync(kept)) {',
    "    let id = '';",
    `    for (let i = 0; i < ${clientId.characters}; i++) id += ALPHABET[randomInt(ALPHABET.length)];`,
    `    writeFileSync(kept, ${quoted(clientId.prefix)} + id);`,
    '  }',
    "  return readFileSync(kept, 'utf8');",
    '}',
  ];
}
