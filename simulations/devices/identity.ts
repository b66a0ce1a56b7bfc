// Who an ESP32 is: its factory MAC address (eFuse block 0) and the client id commonly made from it. The id is stable over restarts and unique to the chip.
import { assert } from '../engine/assert.ts';

const MAC_ADDRESS = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i;

export function isMacAddress(text: string): boolean {
  return MAC_ADDRESS.test(text);
}

/** `24:0a:c4:00:00:01` gives `ESP32_240AC4000001`: 18 characters, within the 23 that every 3.1.1 server takes [MQTT-3.1.3-5]; the underscore is outside its 62 letters and digits, but common. */
export function clientIdFromMac(macAddress: string): string {
  assert(isMacAddress(macAddress), `not a MAC address: ${macAddress}`);
  return `ESP32_${macAddress.replaceAll(':', '').toUpperCase()}`;
}
