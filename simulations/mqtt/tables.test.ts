// The data tables against each other and against numbers of the standards.
import { expect, test } from 'vitest';
import { propertyField } from './fields.ts';
import { mayRepeat, PROPERTY_BY_ID, PROPERTY_BY_KEY, PROPERTY_TABLE, type PropertyOwner } from './propertyTable.ts';
import { REASON_CODES, RETURN_CODES, type ReasonOwner, reasonCodesOf, reasonName } from './reasonCodes.ts';

/** How many properties each packet may carry, counted in section 3 of the 5.0 standard. */
const COUNTS: Readonly<Record<PropertyOwner, number>> = {
  CONNECT: 9,
  WILL: 7,
  CONNACK: 17,
  PUBLISH: 8,
  PUBACK: 2,
  PUBREC: 2,
  PUBREL: 2,
  PUBCOMP: 2,
  SUBSCRIBE: 2,
  SUBACK: 2,
  UNSUBSCRIBE: 1,
  UNSUBACK: 2,
  DISCONNECT: 4,
  AUTH: 4,
};

test.each(Object.entries(COUNTS) as [PropertyOwner, number][])('%s may carry %i properties', (owner, count) => {
  const allowed = PROPERTY_TABLE.filter((spec) => spec.sections[owner] !== undefined);
  expect(allowed).toHaveLength(count);
  for (const { id, name } of allowed) expect(propertyField(owner, id)?.name).toBe(name);
});

test('27 properties, each with its own identifier, key and sections', () => {
  expect(PROPERTY_TABLE).toHaveLength(27);
  expect(new Set(PROPERTY_TABLE.map(({ id }) => id)).size).toBe(27);
  expect(PROPERTY_BY_KEY.size).toBe(27);
  expect(PROPERTY_BY_ID.filter((spec) => spec !== undefined)).toHaveLength(27);
  const sections = PROPERTY_TABLE.flatMap((spec) => Object.values(spec.sections));
  expect(new Set(sections).size).toBe(sections.length);
});

test('sections of one packet follow on one another, the property length being the first', () => {
  for (const owner of Object.keys(COUNTS) as PropertyOwner[]) {
    const last = PROPERTY_TABLE.map((spec) => Number(spec.sections[owner]?.split('.').at(-1))).filter((number) => !Number.isNaN(number));
    expect(last.sort((a, b) => a - b)).toEqual(last.map((_, i) => i + 2));
  }
});

test('user properties may repeat everywhere, subscription identifiers in PUBLISH, nothing else', () => {
  const repeating = PROPERTY_TABLE.flatMap((spec) =>
    (Object.keys(spec.sections) as PropertyOwner[]).filter((owner) => mayRepeat(spec, owner)).map((owner) => `${owner} ${spec.name}`),
  );
  expect(repeating).toHaveLength(15);
  expect(repeating).toContain('PUBLISH Subscription Identifier');
  expect(repeating).not.toContain('SUBSCRIBE Subscription Identifier');
});

test.each([
  ['CONNACK', 22],
  ['PUBACK', 9],
  ['PUBREC', 9],
  ['PUBREL', 2],
  ['PUBCOMP', 2],
  ['SUBACK', 12],
  ['UNSUBACK', 7],
  ['DISCONNECT', 30],
  ['AUTH', 3],
] as [ReasonOwner, number][])('%s has %i reason codes in 5.0', (owner, count) => {
  const codes = reasonCodesOf('5.0', owner).map(({ code }) => code);
  expect(codes).toHaveLength(count);
  expect(new Set(codes).size).toBe(count);
});

test('names of codes', () => {
  expect(reasonName('5.0', 'DISCONNECT', 0)).toBe('Normal disconnection');
  expect(reasonName('5.0', 'SUBACK', 0)).toBe('Granted QoS 0');
  expect(reasonName('5.0', 'DISCONNECT', 0x8e)).toBe('Session taken over');
  expect(reasonName('5.0', 'PUBREL', 0x10)).toBeUndefined();
  expect(reasonName('3.1.1', 'CONNACK', 2)).toBe('Connection Refused, identifier rejected');
  expect(reasonName('3.1.1', 'CONNACK', 6)).toBeUndefined();
  expect(reasonName('3.1.1', 'PUBACK', 0)).toBeUndefined();
  expect([REASON_CODES.length, RETURN_CODES.length]).toEqual([45, 10]);
});
