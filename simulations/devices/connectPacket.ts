// The CONNECT of a virtual ESP32: an id that is always the same and a session to come back to, so that a new connection goes on where the last one broke off.
import type { ConnectPacket, ProtocolVersion } from '../mqtt/packet.ts';
import { clientIdFromMac } from './identity.ts';

/** How long the broker is to keep the session of a device that is gone. Seconds; longer than any reconnect here takes. 3.1.1 has no such limit to give. */
const SESSION_EXPIRY_SECONDS = 3_600;

export function connectPacket(macAddress: string, version: ProtocolVersion): ConnectPacket {
  const connect: ConnectPacket = { type: 'CONNECT', clientId: clientIdFromMac(macAddress), cleanStart: false, keepAliveSeconds: 0 };
  return version === '5.0' ? { ...connect, properties: { sessionExpirySeconds: SESSION_EXPIRY_SECONDS } } : connect;
}
