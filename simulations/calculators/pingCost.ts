// What one ping costs: two bytes each way, the headers around them, and the radio of an ESP32 that waits for the answer.
//   bytes = (2 + 40) + (2 + 40) + 40 = 124     E = U [(I_tx - I_rx) (t_2 + t_0) + (I_rx - I_idle) RTT]
// PINGREQ and PINGRESP [v3.1.1 §3.12, §3.13], IPv4 and TCP headers of 20 bytes each without options [RFC 791 §3.1, RFC 9293 §3.1]; the broker's TCP acknowledgement rides on
// PINGRESP, the device's goes by itself. t_n: airtime of n bytes of MQTT at 1 Mbit/s (devices/airtime.ts); idle: in the Wi-Fi with modem sleep.
// Left out: TLS (22 to 29 bytes more a packet), packets sent again, and the beacons of the idle state, which cost the same with and without pings.
// Worked example: RTT 50 ms: 124 bytes, 9.28 mJ.
import { airtimeMicroseconds, TRANSMIT_MILLIAMPS } from '../devices/airtime.ts';
import { CURRENT_MILLIAMPS, energyMillijoules } from '../devices/power.ts';

export const PING_MQTT_BYTES = 2;
const HEADER_BYTES = 40;
/** PINGREQ, PINGRESP and a bare acknowledgement, headers included. */
export const PING_BYTES = 2 * (PING_MQTT_BYTES + HEADER_BYTES) + HEADER_BYTES;

/** Above what staying in the Wi-Fi costs anyway. Millijoules. `roundTripMs`: to the broker and back. */
export function pingMillijoules(roundTripMs: number): number {
  const airtime = airtimeMicroseconds(PING_MQTT_BYTES) + airtimeMicroseconds(0);
  return (
    energyMillijoules(TRANSMIT_MILLIAMPS - CURRENT_MILLIAMPS.listen, airtime) +
    energyMillijoules(CURRENT_MILLIAMPS.listen - CURRENT_MILLIAMPS.modemSleep, roundTripMs * 1_000)
  );
}

/** Staying in the Wi-Fi for a day with modem sleep, pings or none. Millijoules. */
export function stayingMillijoulesPerDay(): number {
  return energyMillijoules(CURRENT_MILLIAMPS.modemSleep, 86_400_000_000);
}
