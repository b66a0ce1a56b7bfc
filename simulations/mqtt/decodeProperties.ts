// The property list of a 5.0 packet. [v5.0 §2.2.2]
import type { ByteReader } from './byteReader.ts';
import { FIELD, type Field, propertyField } from './fields.ts';
import type { Properties, UserProperty } from './properties.ts';
import { mayRepeat, PROPERTY_BY_ID, type PropertyOwner, type PropertySpec } from './propertyTable.ts';
import { topicNameProblem } from './topic.ts';

type PropertyValue = number | boolean | string | Uint8Array | UserProperty;

function readUserProperty(reader: ByteReader, field: Field): UserProperty {
  const name = reader.utf8String({ ...field, key: 'name', name: 'User Property name' });
  return [name, reader.utf8String({ ...field, key: 'value', name: 'User Property value' })];
}

function readValue(reader: ByteReader, spec: PropertySpec, field: Field): PropertyValue {
  switch (spec.type) {
    case 'flag':
    case 'byte':
      return reader.byte(field);
    case 'twoByteInteger':
      return reader.twoByteInteger(field);
    case 'fourByteInteger':
      return reader.fourByteInteger(field);
    case 'variableByteInteger':
      return reader.variableByteInteger(field);
    case 'utf8String':
      return reader.utf8String(field);
    case 'binaryData':
      return reader.binaryData(field);
    case 'utf8StringPair':
      return readUserProperty(reader, field);
  }
}

function checkValue(reader: ByteReader, spec: PropertySpec, value: PropertyValue, at: number, section: string): void {
  const ofOneByte = spec.type === 'flag' || spec.type === 'byte';
  if ((ofOneByte && Number(value) > 1) || (spec.nonZero && value === 0)) reader.fail('propertyValue', at, section);
  if (spec.topicName && typeof value === 'string') {
    const problem = topicNameProblem(value);
    if (problem !== undefined) reader.fail(problem, at, section);
  }
}

/** The next property's row of the table and its field in `owner`; `undefined` (and a failure) where it may not stand. */
function readIdentifier(reader: ByteReader, owner: PropertyOwner): { readonly spec: PropertySpec; readonly field: Field } | undefined {
  const at = reader.position;
  const id = reader.variableByteInteger(FIELD.propertyId);
  const spec = PROPERTY_BY_ID[id];
  const field = propertyField(owner, id);
  if (spec === undefined) reader.fail('propertyUnknown', at);
  else if (field === undefined) reader.fail('propertyNotAllowed', at);
  return spec === undefined || field === undefined ? undefined : { spec, field };
}

/** One property, put into `properties`. */
function readProperty(reader: ByteReader, owner: PropertyOwner, properties: Record<string, unknown>): void {
  const at = reader.position;
  const found = readIdentifier(reader, owner);
  if (found === undefined) return;
  const { spec, field } = found;
  const earlier = properties[spec.key];
  if (earlier !== undefined && !mayRepeat(spec, owner)) reader.fail('propertyRepeated', at, field.section['5.0']);
  const value = readValue(reader, spec, field);
  checkValue(reader, spec, value, at, field.section['5.0']);
  const isList = spec.type === 'utf8StringPair' || spec.type === 'variableByteInteger';
  if (isList && Array.isArray(earlier)) earlier.push(value);
  else properties[spec.key] = isList ? [value] : spec.type === 'flag' ? value === 1 : value;
}

/** The properties of `owner`; `undefined` when the list is empty or something in it is wrong (then the reader has failed). */
export function readProperties(reader: ByteReader, owner: PropertyOwner): Properties | undefined {
  reader.open(owner === 'WILL' ? FIELD.willProperties : FIELD.properties);
  const at = reader.position;
  const length = reader.variableByteInteger(FIELD.propertyLength);
  if (length === 0) {
    reader.close();
    return undefined;
  }
  const outerEnd = reader.end;
  if (reader.position + length > outerEnd) {
    reader.fail('truncated', at);
    return undefined;
  }
  reader.end = reader.position + length;
  const properties: Record<string, unknown> = {};
  for (let index = 0; reader.position < reader.end; index++) {
    reader.open(FIELD.oneProperty, index);
    readProperty(reader, owner, properties);
    reader.close();
  }
  if (reader.failed) return undefined;
  reader.end = outerEnd;
  reader.close();
  return properties as Properties;
}
