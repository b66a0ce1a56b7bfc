// The property list of a 5.0 packet, in the order of the object's keys. [v5.0 §2.2.2]
import { AssertionError } from '../engine/assert.ts';
import { type ByteWriter, refuse } from './byteWriter.ts';
import type { Properties, PropertyKey, UserProperty } from './properties.ts';
import { mayRepeat, PROPERTY_BY_KEY, type PropertyOwner, type PropertySpec } from './propertyTable.ts';
import { topicNameProblem } from './topic.ts';

function writeValue(writer: ByteWriter, spec: PropertySpec, value: unknown): void {
  switch (spec.type) {
    case 'flag':
    case 'byte':
      writer.byte(Number(value), spec.name);
      break;
    case 'twoByteInteger':
      writer.twoByteInteger(value as number, spec.name);
      break;
    case 'fourByteInteger':
      writer.fourByteInteger(value as number, spec.name);
      break;
    case 'variableByteInteger':
      writer.variableByteInteger(value as number, spec.name);
      break;
    case 'utf8String':
      writer.utf8String(value as string, spec.name);
      break;
    case 'binaryData':
      writer.binaryData(value as Uint8Array, spec.name);
      break;
    case 'utf8StringPair':
      for (const text of value as UserProperty) writer.utf8String(text, spec.name);
  }
}

function checkValue(spec: PropertySpec, value: unknown): void {
  if (spec.nonZero && value === 0) refuse(`${spec.name} must not be 0`);
  if (spec.type === 'flag' && typeof value !== 'boolean') refuse(`${spec.name} is not a boolean: ${String(value)}`);
  if (spec.type === 'byte' && value !== 0 && value !== 1) refuse(`${spec.name} is neither 0 nor 1: ${String(value)}`);
  if (spec.topicName && topicNameProblem(value as string) !== undefined) refuse(`${spec.name} is not a topic name`);
}

function writeProperty(writer: ByteWriter, owner: PropertyOwner, key: PropertyKey, value: Properties[PropertyKey]): void {
  const spec = PROPERTY_BY_KEY.get(key);
  if (spec?.sections[owner] === undefined) throw new AssertionError(`${key} does not belong in ${owner}`);
  const values = Array.isArray(value) ? value : [value];
  if (values.length > 1 && !mayRepeat(spec, owner)) refuse(`${spec.name} may stand only once in ${owner}`);
  for (const one of values) {
    checkValue(spec, one);
    writer.variableByteInteger(spec.id, spec.name);
    writeValue(writer, spec, one);
  }
}

/** Writes `properties` with their length; throws when one of them does not belong in `owner` or is out of range. */
export function writeProperties(writer: ByteWriter, owner: PropertyOwner, properties: Properties | undefined): void {
  if (properties === undefined) return writer.byte(0, 'Property Length');
  writer.withLength('Property Length', () => {
    for (const key of Object.keys(properties) as PropertyKey[]) {
      const value = properties[key];
      if (value !== undefined) writeProperty(writer, owner, key, value);
    }
  });
}
