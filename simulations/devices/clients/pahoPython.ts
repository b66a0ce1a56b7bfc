// Eclipse Paho for Python.
import type { ClientHabits } from './habits.ts';

export const pahoPython: ClientHabits = {
  name: 'Eclipse Paho Python',
  version: '2.1.0',
  protocolVersions: ['3.1.1', '5.0'],
  publishQos: 2,
  subscribeQos: 2,
  cleanStart: { '3.1.1': { first: true, again: true }, '5.0': { first: true, again: false } },
  sessionExpirySeconds: () => null,
  receiveMaximum: null,
  keepAliveSeconds: 60,
  clientId: { make: () => '', keepsAssigned: false },
  reconnectWaitMs: (failures) => Math.min(120_000, 1_000 * 2 ** (failures - 1)),
  resubscribes: false,
  pingAfterShare: 1,
  pingAnswerShare: 1,
  connectTimeoutMs: 5_000,
  outbox: {
    keepsOffline: { 0: false, 1: true, 2: true },
    resendsOnReconnect: 'always',
    resendsAfterMs: null,
    expiresAfterMs: null,
    inFlightLimit: 20,
  },
  largestPacketBytes: null,
  facts: [],
};
