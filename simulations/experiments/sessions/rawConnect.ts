// CONNECT byte by byte, for what an honest encoder refuses to write: another protocol name or level, reserved bits, a password without a user name.
// Left out: will and user name, 5.0 properties (their length is always 0). [v3.1.1 §3.1] [v5.0 §3.1]
import type { ProtocolVersion } from '../../mqtt/packet.ts';

export interface RawConnect {
  readonly protocolVersion: ProtocolVersion;
  /** Default `MQTT`. */
  readonly protocolName?: string;
  /** 0 to 255. Default: the version's own, 4 or 5. */
  readonly level?: number;
  /** Connect flags, 0 to 255. Default 0x02: clean session, nothing else. */
  readonly flags?: number;
  /** ASCII; may hold U+0000. Together with `password` at most 100 bytes, so that the remaining length takes one byte. */
  readonly clientId: string;
  /** Follows the client id where there is one; whether the flags speak of it is another matter. */
  readonly password?: string;
}

const CONNECT = 0x10;
const KEEP_ALIVE_60 = [0, 60];
export const CLEAN_FLAG = 0x02;
export const PASSWORD_FLAG = 0x40;

/** `text`: ASCII, U+0000 included. */
function withLength(text: string): number[] {
  const bytes = Array.from(text, (letter) => letter.charCodeAt(0));
  return [bytes.length >> 8, bytes.length & 0xff, ...bytes];
}

export function rawConnect(connect: RawConnect): readonly number[] {
  const { protocolVersion, protocolName = 'MQTT', flags = CLEAN_FLAG, clientId, password } = connect;
  const { level = protocolVersion === '5.0' ? 5 : 4 } = connect;
  const properties = level === 5 ? [0] : [];
  const body = [
    ...withLength(protocolName),
    level,
    flags,
    ...KEEP_ALIVE_60,
    ...properties,
    ...withLength(clientId),
    ...(password === undefined ? [] : withLength(password)),
  ];
  return [CONNECT, body.length, ...body];
}
