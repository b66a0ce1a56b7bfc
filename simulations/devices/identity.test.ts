import { describe, expect, test } from 'vitest';
import type { MacForm } from '../program.ts';
import { clientIdFromMac, clientIdOfMac, isMacAddress, MAC_FORM_FACTS } from './identity.ts';

const FORMS = Object.keys(MAC_FORM_FACTS) as MacForm[];
const ids = (form: MacForm, ...macAddresses: string[]): string[] =>
  macAddresses.map((macAddress) => clientIdOfMac({ prefix: '', form, macAddress }));

/** What the chip computes: the six bytes as a little-endian number, a part of it printed as hex. */
function printed(macAddress: string, from: bigint, digits: number): string {
  const number = macAddress.split(':').reduceRight((sum, byte) => (sum << 8n) | BigInt(`0x${byte}`), 0n);
  return (from & number).toString(16).toUpperCase().padStart(digits, '0');
}

test.each([
  ['wholeMac', 'ESP32_240AC4123456'],
  ['efuseReversed', 'ESP32_563412C40A24'],
  ['lastThreeBytes', 'ESP32_123456'],
  ['firstThreeBytes', 'ESP32_C40A24'],
] as const)('%s', (form, id) => {
  expect(clientIdOfMac({ prefix: 'ESP32_', form, macAddress: '24:0a:c4:12:34:56' })).toBe(id);
});

describe('as the chip prints its number', () => {
  test.each(['24:0a:c4:12:34:56', 'A4:CF:12:00:00:07', '00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff'])('%s', (mac) => {
    expect(ids('efuseReversed', mac)).toEqual([printed(mac, 0xffff_ffff_ffffn, 12)]);
    expect(ids('firstThreeBytes', mac)).toEqual([printed(mac, 0xff_ffffn, 6)]);
  });
});

test('two chips of a batch: the low bytes of the number are the same', () => {
  const batch = ['24:0a:c4:12:34:56', '24:0a:c4:98:76:54'] as const;
  const distinct = Object.fromEntries(FORMS.map((form) => [form, new Set(ids(form, ...batch)).size]));
  expect(distinct).toEqual({ wholeMac: 2, efuseReversed: 2, lastThreeBytes: 2, firstThreeBytes: 1 });
});

test('two chips of two vendor blocks: the last three bytes may be the same', () => {
  const blocks = ['24:0a:c4:12:34:56', 'a4:cf:12:12:34:56'] as const;
  const distinct = Object.fromEntries(FORMS.map((form) => [form, new Set(ids(form, ...blocks)).size]));
  expect(distinct).toEqual({ wholeMac: 2, efuseReversed: 2, lastThreeBytes: 1, firstThreeBytes: 2 });
});

test('the facts tell what the ids show', () => {
  for (const form of FORMS) {
    const [id] = ids(form, '24:0a:c4:12:34:56');
    expect(id).toHaveLength(MAC_FORM_FACTS[form].hexDigits);
    expect('240AC4123456'.includes(id ?? '-')).toBe(MAC_FORM_FACTS[form].matchesLabel);
  }
});

test('the usual id keeps its form, and what is no MAC address is refused', () => {
  expect(clientIdFromMac('24:0a:c4:00:00:01')).toBe('ESP32_240AC4000001');
  for (const wrong of ['', '24:0a:c4:00:00', '24-0a-c4-00-00-01', '24:0a:c4:00:00:0g', '24:0a:c4:00:00:01:02']) {
    expect(isMacAddress(wrong)).toBe(false);
    expect(() => clientIdFromMac(wrong)).toThrow('not a MAC address');
  }
});
