/** The release of Eclipse Mosquitto that this package is built from. */
export const MOSQUITTO_VERSION = '2.0.21';
