// esp-mqtt, the MQTT client of ESP-IDF: 3.1.1 and 5.0, all QoS, an outbox in RAM.
import type { ClientHabits } from './habits.ts';

const ALWAYS_CLEAN = { first: true, again: true } as const;

export const espMqtt: ClientHabits = {
  name: 'esp-mqtt',
  version: '1.0.0',
  protocolVersions: ['3.1.1', '5.0'],
  publishQos: 2,
  subscribeQos: 2,
  cleanStart: { '3.1.1': ALWAYS_CLEAN, '5.0': ALWAYS_CLEAN },
  sessionExpirySeconds: () => null,
  receiveMaximum: null,
  keepAliveSeconds: 120,
  clientId: { make: (_chance, macAddress) => `ESP32_${(macAddress ?? '').replaceAll(':', '').slice(6)}`, keepsAssigned: false },
  reconnectWaitMs: () => 10_000,
  comesBack: { afterRefusal: true, afterFailedStart: true },
  resubscribes: 'never',
  pingAfterShare: 0.5,
  pingAnswerShare: 0.5,
  pingCountsFrom: 'pings',
  tcpTimeoutMs: 10_000,
  connackTimeoutMs: 10_000,
  outbox: {
    keepsOffline: { 0: false, 1: true, 2: true },
    resendsOnReconnect: 'always',
    keptGoOut: 'oneByOne',
    marksDuplicates: true,
    resendsAfterMs: 1_000,
    expiresAfterMs: 30_000,
    inFlightLimit: null,
    honoursReceiveMaximum: true,
  },
  largestPacketBytes: null,
  facts: [],
};
