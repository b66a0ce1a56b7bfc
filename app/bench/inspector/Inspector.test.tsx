import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { encode, type Packet, type PacketSent, type ProtocolVersion } from '#simulations';
import { Translations } from '../../i18n/Translations.tsx';
import { packet } from '../fixture.test-data.ts';
import { Inspector, type InspectorProps } from './Inspector.tsx';

afterEach(cleanup);

function show(shown: PacketSent | null, change: Partial<InspectorProps> = {}) {
  const props = { packet: shown, version: '3.1.1', previous: null, next: null, onSelect: () => undefined, ...change } as const;
  const { rerender } = render(<Inspector {...props} />, { wrapper: Translations });
  return { showInstead: (other: PacketSent) => rerender(<Inspector {...props} packet={other} />) };
}
function showPacket(value: Packet, version: ProtocolVersion) {
  return show(packet(1, 0, { type: value.type, bytes: encode(value, version) }), { version });
}
const field = (name: RegExp) => screen.getByRole('option', { name });
const selectedNames = () => screen.getAllByRole('option', { selected: true }).map(({ textContent }) => textContent);
const markedBytes = () => screen.queryAllByRole('gridcell', { selected: true }).map(({ dataset }) => dataset.byte);

const connect: Packet = {
  type: 'CONNECT',
  clientId: 'tank',
  cleanStart: false,
  keepAliveSeconds: 60,
  willMessage: { topicName: 'gone', payload: new TextEncoder().encode('bye'), qos: 1, retain: true },
  userName: 'u',
};

it('says how to choose a packet', () => {
  show(null);
  expect(screen.getByText(/^Choose a packet on the stage or in the ladder/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('tells who sent it to whom and what became of it', () => {
  show(packet(1, 100_000, { lost: true, dup: true }));
  const facts = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(facts).toEqual(['sensor-1 → broker', 'sent 0.100 s', 'lost on the way at 0.150 s', 'message 1, sent again', '7 bytes']);
});

it('begins at the first byte, with its bits and what they mean', () => {
  show(packet(1, 0));
  expect(markedBytes()).toEqual(['0']);
  expect(screen.getByRole('group', { name: 'Byte 0 = 0x32 = 50, bit by bit' })).toBeTruthy();
  const bits = screen.getAllByRole('button', { pressed: true }).map((button) => button.getAttribute('aria-label'));
  expect(bits).toEqual(['MQTT Control Packet type: 0011', 'DUP flag: 0', 'QoS level: 01', 'RETAIN: 0']);
  expect(field(/^QoS level 1, at least once byte 0, bits 2–1 MQTT 3.1.1, 3.3.1.2 How hard this one hop tries/)).toBeTruthy();
});

it('goes through the bytes by keyboard and marks the field of each', async () => {
  show(packet(1, 0));
  expect(screen.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  screen.getAllByRole('gridcell')[0]?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Byte 1, 0x05: Remaining Length');
  expect(selectedNames()).toEqual([expect.stringMatching(/^Remaining Length 5 bytes follow/)]);
  await userEvent.keyboard('{ArrowRight}');
  expect(markedBytes()).toEqual(['2', '3']);
  expect(selectedNames()).toEqual([expect.stringMatching(/^Topic Name length 1 byte/)]);
  await userEvent.keyboard('{End}');
  expect(document.activeElement?.getAttribute('data-byte')).toBe('6');
  await userEvent.keyboard('{Home}');
  expect(document.activeElement?.getAttribute('data-byte')).toBe('0');
});

it('goes through the fields by keyboard and marks the bytes of each', async () => {
  show(packet(1, 0));
  screen.getByRole('listbox').focus();
  await userEvent.keyboard('{End}{ArrowUp}');
  expect(selectedNames()).toEqual([expect.stringMatching(/^Packet Identifier 1 bytes 5–6/)]);
  expect(markedBytes()).toEqual(['5', '6']);
  expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
  await userEvent.click(screen.getByRole('button', { name: /^Packet Identifier/ }));
  expect(markedBytes()).toEqual(['5', '6']);
  await userEvent.click(field(/^DUP flag/));
  expect(screen.getAllByRole('button', { pressed: true }).map((button) => button.getAttribute('aria-label'))).toEqual(['DUP flag: 0']);
});

it('marks what is pointed at only while it is', async () => {
  show(packet(1, 0));
  await userEvent.hover(field(/^Topic Name “a”/));
  expect(markedBytes()).toEqual(['4']);
  await userEvent.unhover(field(/^Topic Name “a”/));
  expect(markedBytes()).toEqual(['0']);
});

it('a field without bytes marks none', async () => {
  show(packet(1, 0));
  await userEvent.click(field(/^Application Message empty no bytes/));
  expect(markedBytes()).toEqual([]);
});

it('stays at the same field from packet to packet', async () => {
  const { showInstead } = show(packet(1, 0));
  await userEvent.click(field(/^DUP flag no/));
  showInstead(packet(2, 0, { bytes: Uint8Array.of(0x3a, 0x05, 0x00, 0x01, 0x61, 0x00, 0x01) }));
  expect(selectedNames()).toEqual([expect.stringMatching(/^DUP flag yes: sent again/)]);
  showInstead(packet(3, 0, { bytes: Uint8Array.of(0x40, 0x02, 0x00, 0x01) }));
  expect(markedBytes()).toEqual(['0']);
});

it('reads a CONNECT of 3.1.1 in words', () => {
  showPacket(connect, '5.0');
  showPacket(connect, '3.1.1');
  for (const words of [
    /^Protocol Level 5: MQTT 5.0/,
    /^Protocol Level 4: MQTT 3.1.1/,
    /^Will QoS 1, at least once byte 9, bits 4–3 MQTT 3.1.1, 3.1.2.6/,
    /^Clean Start \(Clean Session in 3.1.1\) no: go on with the old session \(0\) byte 9, bit 1 MQTT 3.1.1/,
    /^Keep Alive 60 seconds bytes 10–11 MQTT 3.1.1/,
    /^Client Identifier “tank” .*MQTT 3.1.1/,
    /^Will Payload \(Will Message in 3.1.1\) “bye” .*MQTT 3.1.1/,
    /^Password Flag no \(0\) byte 9, bit 6 MQTT 3.1.1/,
  ])
    expect(field(words)).toBeTruthy();
});

it.each<[Packet, ProtocolVersion, RegExp]>([
  [{ type: 'CONNACK', sessionPresent: false, returnCode: 5 }, '3.1.1', /^Connect Return code 0x05: Connection Refused, not authorized/],
  [{ type: 'CONNACK', sessionPresent: false, reasonCode: 0x87 }, '5.0', /^Connect Reason Code 0x87: Not authorized .*MQTT 5.0, 3.2.2.2/],
  [{ type: 'CONNACK', sessionPresent: true, reasonCode: 0 }, '5.0', /^Session Present yes: the old session goes on/],
  [{ type: 'DISCONNECT', reasonCode: 0x8e }, '5.0', /^Disconnect Reason Code 0x8E: Session taken over/],
  [{ type: 'SUBACK', packetId: 1, reasonCodes: [1, 0x80] }, '3.1.1', /^Reason Code \(return code in 3.1.1\) 0x80: Failure/],
  [
    { type: 'DISCONNECT', reasonCode: 0, properties: { sessionExpirySeconds: 0xffff_ffff } },
    '5.0',
    /^Session Expiry Interval never ends \(0xFFFFFFFF\)/,
  ],
  [
    { type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ topicFilter: 'a/#', qos: 2, noLocal: true, retainHandling: 2 }] },
    '5.0',
    /^Retain Handling 2: send none byte \d+, bits 5–4 MQTT 5.0, 3.8.3.1/,
  ],
  [
    { type: 'PUBLISH', topicName: '', payload: Uint8Array.of(0xff), qos: 0, retain: false, dup: false, properties: { topicAlias: 3 } },
    '5.0',
    /^Identifier 0x23: Topic Alias/,
  ],
  [{ type: 'PINGREQ' }, '5.0', /^Remaining Length nothing follows/],
])('reads $type of %s in words', (value, version, words) => {
  showPacket(value, version);
  expect(field(words)).toBeTruthy();
});

it('shows where a packet is malformed, by which rule, and what was not read', () => {
  show(packet(1, 0, { type: 'SUBSCRIBE', bytes: Uint8Array.of(0x82, 0x08, 0x00, 0x01, 0x00, 0x01, 0x61, 0x07, 0x00, 0x00) }));
  const note = screen.getByRole('note');
  expect(note.textContent).toContain('This packet is malformed: reserved bits of the subscription options are set.');
  expect(note.textContent).toContain('Found at byte 7. A receiver of MQTT 3.1.1 closes the connection without a word. MQTT 3.1.1, 3.8.3');
  expect(field(/^Not read 2 bytes bytes 8–9 MQTT 3.1.1, 4.8/)).toBeTruthy();
  expect(screen.getAllByRole('gridcell').filter(({ dataset }) => dataset.unread === 'true')).toHaveLength(2);
});

it('draws a large packet in parts', async () => {
  const payload = new Uint8Array(700).fill(0x2e);
  showPacket({ type: 'PUBLISH', topicName: 'a', payload, qos: 0, retain: false, dup: false }, '3.1.1');
  expect(screen.getAllByRole('gridcell')).toHaveLength(512);
  await userEvent.click(screen.getByRole('button', { name: 'Show 194 bytes more' }));
  expect(screen.getAllByRole('gridcell')).toHaveLength(706);
  expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
});

it('goes to the packets before and after', async () => {
  const onSelect = vi.fn();
  const after = packet(2, 10);
  show(packet(1, 0), { next: after, onSelect });
  await userEvent.click(screen.getByRole('button', { name: /^Previous packet/ }));
  expect(onSelect).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: /^Next packet/ }));
  expect(onSelect).toHaveBeenCalledWith(after);
});

it('copies the bytes as hexadecimal, and says when that is refused', async () => {
  const user = userEvent.setup();
  show(packet(1, 0));
  await user.click(screen.getByRole('button', { name: 'Copy as hex' }));
  expect(await navigator.clipboard.readText()).toBe('32 05 00 01 61 00 01');
  expect(within(screen.getByRole('status')).getByText('Copied.')).toBeTruthy();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  await user.click(screen.getByRole('button', { name: 'Copy as hex' }));
  expect(await screen.findByText('The browser does not allow copying here.')).toBeTruthy();
});
