// Who an ESP32 is: its factory MAC address (eFuse block 0) and the client ids that sketches make from it. Three bytes name the vendor, three count the vendor's chips
// (IEEE 802, OUI). Forms: arduino-esp32, cores/esp32/Esp.cpp (getEfuseMac copies the six bytes into a number, first byte lowest) and the example GetChipID.
// Left out: a custom MAC in eFuse block 3, and addresses derived for other interfaces (access point + 1, Bluetooth + 2).
import { assert } from '../engine/assert.ts';
import type { MacForm } from '../program.ts';

const MAC_ADDRESS = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i;

export function isMacAddress(text: string): boolean {
  return MAC_ADDRESS.test(text);
}

/** `24:0a:c4:00:00:01` gives `ESP32_240AC4000001`: 18 characters, within the 23 that every 3.1.1 server takes [MQTT-3.1.3-5]; the underscore is outside its 62 letters and digits, but common. */
export function clientIdFromMac(macAddress: string): string {
  return clientIdOfMac({ prefix: 'ESP32_', form: 'wholeMac', macAddress });
}

/** What each form is in a sketch, and how far it tells chips apart. */
export interface MacFormFacts {
  /** The expression that sketches use for it, Arduino. */
  readonly expression: string;
  readonly hexDigits: number;
  /** No two chips have the same in all the world, or of one vendor block; or all chips of a vendor block have the same. */
  readonly unique: 'everywhere' | 'inVendorBlock' | 'no';
  /** Reads as the label on the module and the router's list have it. */
  readonly matchesLabel: boolean;
}

export const MAC_FORM_FACTS: Readonly<Record<MacForm, MacFormFacts>> = {
  wholeMac: { expression: 'WiFi.macAddress()', hexDigits: 12, unique: 'everywhere', matchesLabel: true },
  // The number's lowest byte is the MAC's first, and a number is printed highest byte first.
  efuseReversed: {
    expression: 'printf("%04X%08X", (uint16_t)(ESP.getEfuseMac() >> 32), (uint32_t)ESP.getEfuseMac())',
    hexDigits: 12,
    unique: 'everywhere',
    matchesLabel: false,
  },
  // As ESP8266's chip id had it. Two vendor blocks may hold the same three bytes, and Espressif has many blocks.
  lastThreeBytes: {
    expression: 'for (i = 0; i < 17; i += 8) id |= ((ESP.getEfuseMac() >> (40 - i)) & 0xff) << i',
    hexDigits: 6,
    unique: 'inVendorBlock',
    matchesLabel: true,
  },
  // "The low bytes" of the number are the vendor's. A cast to uint32_t adds one byte of the count, its highest: still the same for 65,536 chips in a row.
  firstThreeBytes: { expression: '(uint32_t)ESP.getEfuseMac() & 0xffffff', hexDigits: 6, unique: 'no', matchesLabel: false },
};

/**
 * The client id as such a sketch has it, upper-case hex after the prefix. Of `24:0a:c4:12:34:56`:
 * `wholeMac` 240AC4123456, `efuseReversed` 563412C40A24, `lastThreeBytes` 123456, `firstThreeBytes` C40A24.
 */
export function clientIdOfMac({ prefix, form, macAddress }: { prefix: string; form: MacForm; macAddress: string }): string {
  assert(isMacAddress(macAddress), `not a MAC address: ${macAddress}`);
  const bytes = macAddress.toUpperCase().split(':');
  return prefix + bytesOfForm(form, bytes).join('');
}

function bytesOfForm(form: MacForm, bytes: readonly string[]): readonly string[] {
  switch (form) {
    case 'wholeMac':
      return bytes;
    case 'efuseReversed':
      return bytes.toReversed();
    case 'lastThreeBytes':
      return bytes.slice(3);
    case 'firstThreeBytes':
      return bytes.slice(0, 3).toReversed();
  }
}
