// The door of the package: Eclipse Mosquitto as a library without sockets, files or clock of its own.

export type * from './api.js';
export { createBroker, startBroker } from './createBroker.js';
export { BrokerError } from './errors.js';
export { loadMosquitto, type MosquittoSource } from './load.js';
export { MOSQUITTO_VERSION } from './version.js';
