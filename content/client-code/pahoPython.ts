// A Python program with paho-mqtt 2. Its loop thread reconnects by itself, and waits longer each time.
import { type ClientCodeSetting, type ClientIdCode, type ClientProgram, comment, keepsId, quoted } from './setting.ts';

export function pahoPythonProgram(setting: ClientCodeSetting): ClientProgram {
  const { purpose, publish, subscribe, clientId, protocolVersion, sessionExpirySeconds, cleanStart, keepAliveSeconds } = setting;
  const five = protocolVersion === '5.0';
  const expires = five && sessionExpirySeconds !== null;
  const text = [
    ...comment('#', purpose),
    '# pip install "paho-mqtt>=2"',
    ...(keepsId(clientId) ? ['import pathlib'] : []),
    ...(clientId.from === 'random' ? ['import secrets'] : []),
    ...(publish === null ? [] : ['import time']),
    ...(clientId.from === 'mac' ? ['import uuid'] : []),
    '',
    'import paho.mqtt.client as mqtt',
    ...(expires ? ['from paho.mqtt.packettypes import PacketTypes', 'from paho.mqtt.properties import Properties'] : []),
    '',
    'BROKER = "broker.example"',
    '',
    '',
    ...makeId(clientId),
    '',
    '',
    'def on_connect(client, userdata, flags, reason_code, properties):',
    '    if reason_code.is_failure:',
    '        print("refused:", reason_code)',
    '        return',
    '    print("connected, session", "found" if flags.session_present else "new")',
    ...(subscribe === null
      ? []
      : [
          '    # A session that the broker has kept has this subscription already.',
          '    if not flags.session_present:',
          `        client.subscribe(${quoted(subscribe.topicFilter)}, qos=${subscribe.qos})`,
        ]),
    '',
    '',
    ...(subscribe === null ? [] : ['def on_message(client, userdata, message):', '    print(message.topic, message.payload)', '', '']),
    'client = mqtt.Client(',
    '    mqtt.CallbackAPIVersion.VERSION2,',
    '    client_id=make_client_id(),',
    `    protocol=mqtt.${five ? 'MQTTv5' : 'MQTTv311'},`,
    ...(five ? [] : [`    clean_session=${cleanStart ? 'True' : 'False'},`]),
    ')',
    'client.on_connect = on_connect',
    ...(subscribe === null ? [] : ['client.on_message = on_message']),
    'client.reconnect_delay_set(min_delay=1, max_delay=120)',
    ...(expires ? ['properties = Properties(PacketTypes.CONNECT)', `properties.SessionExpiryInterval = ${sessionExpirySeconds}`] : []),
    `client.connect(BROKER, 1883, keepalive=${keepAliveSeconds}${five ? `, clean_start=${cleanStart ? 'True' : 'False'}` : ''}${expires ? ', properties=properties' : ''})`,
    ...(publish === null
      ? ['client.loop_forever()']
      : [
          'client.loop_start()',
          'while True:',
          `    info = client.publish(${quoted(publish.topicName)}, ${quoted(publish.payload)}, qos=${publish.qos})`,
          ...(publish.qos === 0
            ? ['    if info.rc != mqtt.MQTT_ERR_SUCCESS:', '        print("lost: there is no connection, and QoS 0 is not kept")']
            : ['    if info.rc == mqtt.MQTT_ERR_NO_CONN:', '        print("kept in memory until the connection is back")']),
          `    time.sleep(${publish.everyMs / 1_000})`,
        ]),
    '',
  ].join('\n');
  return { language: 'pahoPython', fileName: 'client.py', text, remarks: [] };
}

function makeId(clientId: ClientIdCode): string[] {
  if (clientId.from === 'fixed') return ['def make_client_id():', `    return ${quoted(clientId.text)}`];
  if (clientId.from === 'mac')
    return [
      'def make_client_id():',
      '    # The address of one of the network cards.',
      `    return ${quoted(clientId.prefix)} + f"{uuid.getnode():012X}"`,
    ];
  if (!keepsId(clientId)) {
    return [
      `ALPHABET = ${quoted(clientId.alphabet)}`,
      '',
      '',
      'def make_client_id():',
      ...comment('    #', 'Drawn at each start: its session ends with the connection, and nothing waits for an id of long ago.'),
      `    return ${quoted(clientId.prefix)} + "".join(secrets.choice(ALPHABET) for _ in range(${clientId.characters}))`,
    ];
  }
  return [
    `ALPHABET = ${quoted(clientId.alphabet)}`,
    '',
    '',
    'def make_client_id():',
    '    # Drawn at the first start and kept: a new id at each start would leave an orphan session behind.',
    '    kept = pathlib.Path("client-id.txt")',
    '    if not kept.exists():',
    `        drawn = "".join(secrets.choice(ALPHABET) for _ in range(${clientId.characters}))`,
    `        kept.write_text(${quoted(clientId.prefix)} + drawn)`,
    '    return kept.read_text()',
  ];
}
