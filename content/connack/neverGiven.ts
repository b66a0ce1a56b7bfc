// Codes that stand in the standards' tables and that Mosquitto 2.0.21 gives no client over plain TCP, whatever its user name and password.
import type { ProtocolVersion } from '#simulations';

export interface NeverGiven {
  readonly version: ProtocolVersion;
  readonly code: number;
  readonly instead: string;
}

const BUSY =
  'A full listener closes the connection without CONNACK. In the source the code stands only where memory runs out while a certificate’s name is copied.';
const CREDENTIALS =
  'Wrong, unknown or missing credentials are answered with “not authorized”. The code is for certificates that are to give the user name, over TLS.';

export const NEVER_GIVEN: readonly NeverGiven[] = [
  { version: '3.1.1', code: 0x03, instead: BUSY },
  { version: '3.1.1', code: 0x04, instead: CREDENTIALS },
  { version: '5.0', code: 0x86, instead: CREDENTIALS },
  { version: '5.0', code: 0x88, instead: BUSY },
];
