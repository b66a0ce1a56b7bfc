// Every reason to refuse a packet, with where it is noticed and the rule that is cited.
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import type { ProtocolVersion } from './packet.ts';
import { createPacketReader } from './packetReader.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';

type Case = readonly [code: ProblemCode, version: ProtocolVersion, hex: string, offset: number, section: string];

const MQTT = '00044d515454';

const CASES: readonly Case[] = [
  ['truncated', '3.1.1', '', 0, '§2.2.3'],
  ['truncated', '3.1.1', '30', 1, '§2.2.3'],
  ['truncated', '3.1.1', '30 80', 1, '§2.2.3'],
  ['truncated', '3.1.1', '40 01 00', 2, '§2.2.3'],
  ['truncated', '3.1.1', '30 04 0005 6161', 2, '§2.2.3'],
  ['truncated', '3.1.1', '20 01 00', 3, '§2.2.3'],
  ['truncated', '3.1.1', '82 05 0001 000161', 7, '§2.2.3'],
  ['truncated', '5.0', '30 05 000161 05 01', 5, '§2.1.4'],
  ['truncated', '5.0', '30 06 000161 02 0200', 7, '§2.1.4'],
  ['truncated', '5.0', '20 02 00 00', 4, '§2.1.4'],
  ['wrongLength', '3.1.1', 'c0 01', 1, '§2.2.3'],
  ['wrongLength', '5.0', 'c0 00 00', 1, '§2.1.4'],
  ['trailingBytes', '3.1.1', 'c0 01 00', 2, '§2.2.3'],
  ['trailingBytes', '5.0', 'e0 03 00 00 00', 4, '§2.1.4'],
  ['typeReserved', '3.1.1', '00 00', 0, '§2.2.1'],
  ['typeReserved', '3.1.1', 'f0 00', 0, '§2.2.1'],
  ['typeReserved', '5.0', '0f 00', 0, '§2.1.2'],
  ['flagsReserved', '3.1.1', '80 06 0001 000161 00', 0, '§2.2.2'],
  ['flagsReserved', '5.0', '60 02 0001', 0, '§2.1.3'],
  ['flagsReserved', '3.1.1', 'c1 00', 0, '§2.2.2'],
  ['qosReserved', '3.1.1', '36 05 000161 0001', 0, '§3.3.1.2'],
  ['qosReserved', '3.1.1', '82 06 0001 000161 03', 7, '§3.8.3'],
  ['qosReserved', '5.0', `10 13 ${MQTT} 05 1e 0000 00 0000 00 000174 0000`, 9, '§3.1.2.6'],
  ['dupWithoutQoS', '5.0', '38 04 000161 00', 0, '§3.3.1.1'],
  ['variableByteIntegerTooLong', '3.1.1', 'c0 80 80 80 80 00', 1, '§2.2.3'],
  ['variableByteIntegerTooLong', '5.0', '30 08 000161 ffffffff7f', 5, '§1.5.5'],
  ['variableByteIntegerNotMinimal', '5.0', 'c0 80 00', 1, '§1.5.5'],
  ['variableByteIntegerNotMinimal', '5.0', `10 8d 00 ${MQTT} 05 02 0000 00 0000`, 1, '§1.5.5'],
  ['variableByteIntegerNotMinimal', '5.0', '30 05 000161 8000', 5, '§1.5.5'],
  ['utf8Invalid', '3.1.1', '30 04 0002 61c0', 5, '§1.5.3'],
  ['utf8Invalid', '5.0', '30 06 0003 eda080 00', 4, '§1.5.4'],
  ['utf8Nul', '5.0', '30 06 0003 610062 00', 5, '§1.5.4'],
  ['packetIdZero', '3.1.1', '40 02 0000', 2, '§2.3.1'],
  ['packetIdZero', '5.0', '32 06 000161 0000 00', 5, '§2.2.1'],
  ['topicNameEmpty', '3.1.1', '30 02 0000', 2, '§3.3.2.1'],
  ['topicNameEmpty', '5.0', '30 03 0000 00', 2, '§3.3.2.1'],
  ['topicNameEmpty', '3.1.1', `10 10 ${MQTT} 04 06 0000 0000 0000 0000`, 14, '§3.1.3.2'],
  ['topicNameWildcard', '3.1.1', '30 03 0001 2b', 2, '§3.3.2.1'],
  ['topicNameWildcard', '5.0', '30 08 000161 04 08000123', 6, '§3.3.2.3.5'],
  ['topicFilterEmpty', '3.1.1', '82 05 0001 0000 00', 4, '§4.7.3'],
  ['topicFilterWildcard', '3.1.1', 'a2 06 0001 0002 6123', 4, '§4.7.1'],
  ['sharedFilterInvalid', '5.0', 'a2 0c 0001 00 0007 2473686172652f', 5, '§4.8.2'],
  ['noLocalOnShared', '5.0', '82 10 0001 00 000a 24736861 72652f672f74 04', 17, '§3.8.3.1'],
  ['noTopicFilters', '3.1.1', '82 02 0001', 4, '§3.8.3'],
  ['noTopicFilters', '5.0', 'a2 03 0001 00', 5, '§3.10.3'],
  ['noReasonCodes', '3.1.1', '90 02 0001', 4, '§3.9.3'],
  ['noReasonCodes', '5.0', 'b0 03 0001 00', 5, '§3.11.3'],
  ['subscriptionOptionsReserved', '3.1.1', '82 06 0001 000161 04', 7, '§3.8.3'],
  ['subscriptionOptionsReserved', '5.0', '82 07 0001 00 000161 40', 8, '§3.8.3.1'],
  ['retainHandlingReserved', '5.0', '82 07 0001 00 000161 30', 8, '§3.8.3.1'],
  ['protocolName', '3.1.1', '10 0c 00044d515458 04 02 0000 0000', 2, '§3.1.2.1'],
  ['protocolLevel', '3.1.1', `10 0c ${MQTT} 06 02 0000 0000`, 8, '§3.1.2.2'],
  ['protocolLevel', '3.1.1', `10 0c ${MQTT} 03 02 0000 0000`, 8, '§3.1.2.2'],
  ['connectFlagReserved', '3.1.1', `10 0c ${MQTT} 04 03 0000 0000`, 9, '§3.1.2.3'],
  ['willQoSWithoutWill', '3.1.1', `10 0c ${MQTT} 04 0a 0000 0000`, 9, '§3.1.2.6'],
  ['willRetainWithoutWill', '5.0', `10 0d ${MQTT} 05 22 0000 00 0000`, 9, '§3.1.2.7'],
  ['passwordWithoutUserName', '3.1.1', `10 0f ${MQTT} 04 42 0000 0000 000170`, 9, '§3.1.2.9'],
  ['connackFlagsReserved', '3.1.1', '20 02 02 00', 2, '§3.2.2.1'],
  ['sessionPresentWithError', '3.1.1', '20 02 01 02', 2, '§3.2.2.2'],
  ['sessionPresentWithError', '5.0', '20 03 01 85 00', 2, '§3.2.2.1.1'],
  ['reasonCodeReserved', '3.1.1', '20 02 00 06', 3, '§3.2.2.3'],
  ['reasonCodeReserved', '3.1.1', '90 03 0001 03', 4, '§3.9.3'],
  ['reasonCodeReserved', '5.0', '40 03 0001 01', 4, '§3.4.2.1'],
  ['reasonCodeReserved', '5.0', 'e0 01 01', 2, '§3.14.2.1'],
  ['propertyUnknown', '5.0', '30 06 000161 02 0400', 6, '§2.2.2.2'],
  ['propertyUnknown', '5.0', '30 07 000161 03 ff0100', 6, '§2.2.2.2'],
  ['propertyNotAllowed', '5.0', '30 07 000161 03 210005', 6, '§2.2.2.2'],
  ['propertyNotAllowed', '5.0', `10 12 ${MQTT} 05 02 0000 05 1800000005 0000`, 13, '§2.2.2.2'],
  ['propertyRepeated', '5.0', '30 08 000161 04 0100 0100', 8, '§3.3.2.3.2'],
  ['propertyRepeated', '5.0', '82 0b 0001 04 0b01 0b02 000161 00', 7, '§3.8.2.1.2'],
  ['propertyValue', '5.0', '30 06 000161 02 0102', 6, '§3.3.2.3.2'],
  ['propertyValue', '5.0', '30 07 000161 03 230000', 6, '§3.3.2.3.4'],
  ['propertyValue', '5.0', '30 06 000161 02 0b00', 6, '§3.3.2.3.8'],
  ['propertyValue', '5.0', '20 06 00 00 03 210000', 5, '§3.2.2.3.3'],
  ['propertyValue', '5.0', '20 08 00 00 05 2700000000', 5, '§3.2.2.3.6'],
  ['propertyValue', '5.0', '20 05 00 00 02 2402', 5, '§3.2.2.3.4'],
  ['authenticationMethodMissing', '5.0', 'f0 02 18 00', 0, '§3.15.2.2.2'],
  ['authenticationMethodMissing', '5.0', `10 11 ${MQTT} 05 02 0000 04 160001ff 0000`, 0, '§3.1.2.11.10'],
];

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

test.each(CASES)('%s in MQTT %s: %s', (code, version, hex, offset, section) => {
  const { text, reasonCode } = PROBLEMS[code];
  const error = { code, problem: text, offset, section: `[v${version} ${section}]`, reasonCode };
  expect(decode(bytesOf(hex), version)).toStrictEqual({ ok: false, error });
});

describe('what only a stream can get wrong', () => {
  test.each([
    ['packetTooLarge', '3.1.1', 'c0 ff 01'],
    ['connectExpected', 'fromConnect', 'c0 00'],
  ] as const)('%s', (code, version, hex) => {
    expect(createPacketReader(version, 100).push(bytesOf(hex))).toMatchObject([{ result: { ok: false, error: { code } } }]);
  });
});

test('no case is forgotten', () => {
  const covered = new Set<string>([...CASES.map(([code]) => code), 'packetTooLarge', 'connectExpected']);
  expect(Object.keys(PROBLEMS).filter((code) => !covered.has(code))).toEqual([]);
});

test('what looks wrong but is for the server to judge is taken', () => {
  const emptyIdWithoutCleanSession = `10 0c ${MQTT} 04 00 0000 0000`;
  const passwordAlone = `10 10 ${MQTT} 05 42 0000 00 0000 000170`;
  const sharedNameIn311 = 'a2 0b 0001 0007 2473686172652f';
  expect(decode(bytesOf(emptyIdWithoutCleanSession), '3.1.1')).toMatchObject({ ok: true });
  expect(decode(bytesOf(passwordAlone), '5.0')).toMatchObject({ ok: true });
  expect(decode(bytesOf(sharedNameIn311), '3.1.1')).toMatchObject({ ok: true });
});
