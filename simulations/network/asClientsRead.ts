// A packet of the broker that breaks the standard, as clients read it all the same. One is known: Mosquitto 2.0 refuses a 3.1.1 client whose keep alive is above
// `max_keepalive` with 0x02 and, where it holds a session of that client, sets Session Present beside it. A server must not [v3.1.1 MQTT-3.2.2-4]; clients look at the
// code, which is a refusal. The bytes themselves stay as they came, and the inspector names the fault.
import { type DecodeResult, decode } from '../mqtt/decode.ts';
import type { ProtocolVersion } from '../mqtt/packet.ts';

const FLAGS_AT = 2;

/** `result`: what the standard makes of `bytes`, one whole packet. */
export function asClientsRead(bytes: Uint8Array, result: DecodeResult, version: ProtocolVersion): DecodeResult {
  if (result.ok || result.error.code !== 'sessionPresentWithError') return result;
  return decode(
    bytes.map((byte, at) => (at === FLAGS_AT ? 0 : byte)),
    version,
  );
}
