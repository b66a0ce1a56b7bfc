// Where this codec and mqtt-packet 9.0.2 judge the same bytes differently, each with an example and the reason. The tests hold
// both sides to this list, so a difference that is not on it is a failure of ours, and one that is gone shows up too.
import type { ProtocolVersion } from '../packet.ts';
import type { ProblemCode } from '../problems.ts';

interface Difference {
  readonly version: ProtocolVersion;
  /** A whole packet. */
  readonly hex: string;
  readonly why: string;
}

/** We refuse, it accepts: the standard wants the connection closed, and it does not look. */
export const WE_REFUSE: readonly (Difference & { readonly code: ProblemCode })[] = [
  { code: 'truncated', version: '3.1.1', hex: '40 00', why: 'it reads a number that is missing as -1' },
  { code: 'trailingBytes', version: '3.1.1', hex: 'c0 01 00', why: 'it skips what stands behind the last field' },
  { code: 'packetIdZero', version: '3.1.1', hex: '40 02 00 00', why: 'it takes any packet identifier' },
  { code: 'utf8Invalid', version: '3.1.1', hex: '30 04 00 02 61 ff', why: 'it replaces what is not UTF-8 by U+FFFD' },
  { code: 'utf8Nul', version: '3.1.1', hex: '30 04 00 02 61 00', why: 'it takes U+0000' },
  { code: 'dupWithoutQoS', version: '3.1.1', hex: '38 03 00 01 61', why: 'it takes DUP with any QoS' },
  { code: 'topicNameEmpty', version: '3.1.1', hex: '30 02 00 00', why: 'it takes any topic name, empty ones without an alias too' },
  { code: 'topicNameWildcard', version: '3.1.1', hex: '30 03 00 01 23', why: 'it takes any topic name' },
  { code: 'topicFilterEmpty', version: '3.1.1', hex: '82 05 00 01 00 00 00', why: 'it takes any topic filter' },
  { code: 'topicFilterWildcard', version: '3.1.1', hex: '82 07 00 01 00 02 61 23 00', why: 'it takes any topic filter' },
  { code: 'sharedFilterInvalid', version: '5.0', hex: '82 0e 00 01 00 00 08 24 73 68 61 72 65 2f 67 00', why: 'it takes any topic filter' },
  {
    code: 'noLocalOnShared',
    version: '5.0',
    hex: '82 10 00 01 00 00 0a 24 73 68 61 72 65 2f 67 2f 74 04',
    why: 'it takes the option anywhere',
  },
  { code: 'noTopicFilters', version: '3.1.1', hex: '82 02 00 01', why: 'it takes an empty list' },
  { code: 'noReasonCodes', version: '3.1.1', hex: '90 02 00 01', why: 'it takes an empty list' },
  { code: 'reasonCodeReserved', version: '3.1.1', hex: '20 02 00 06', why: 'it takes any code in CONNACK' },
  { code: 'sessionPresentWithError', version: '3.1.1', hex: '20 02 01 05', why: 'it does not compare the two' },
  {
    code: 'passwordWithoutUserName',
    version: '3.1.1',
    hex: '10 0f 00 04 4d 51 54 54 04 42 00 00 00 00 00 01 70',
    why: 'it takes it in 3.1.1 as in 5.0',
  },
  {
    code: 'protocolLevel',
    version: '3.1.1',
    hex: '10 0c 00 04 4d 51 54 54 84 02 00 00 00 00',
    why: 'it takes the highest bit of the level as the mark of a bridge, which no standard knows',
  },
  {
    code: 'qosReserved',
    version: '3.1.1',
    hex: '10 11 00 04 4d 51 54 54 04 1e 00 00 00 00 00 01 74 00 00',
    why: 'it does not look at the QoS of a will',
  },
  { code: 'propertyNotAllowed', version: '5.0', hex: '30 07 00 01 61 03 21 00 05', why: 'it takes any property in any packet' },
  { code: 'propertyRepeated', version: '5.0', hex: '30 08 00 01 61 04 01 00 01 00', why: 'it makes a list of them' },
  { code: 'propertyValue', version: '5.0', hex: '30 06 00 01 61 02 01 02', why: 'it takes any value' },
  { code: 'authenticationMethodMissing', version: '5.0', hex: 'f0 02 18 00', why: 'it does not miss it' },
  { code: 'variableByteIntegerNotMinimal', version: '5.0', hex: 'c0 80 00', why: 'it takes more bytes than are needed' },
];

/** It refuses, we accept: the standard allows these. */
export const IT_REFUSES: readonly Difference[] = [
  { version: '5.0', hex: 'f0 00', why: 'it wants the reason code that AUTH may leave out when it is 0' },
  { version: '5.0', hex: 'e0 00', why: 'it reads the reason code that DISCONNECT leaves out from the packet behind it' },
  { version: '5.0', hex: 'e0 01 81', why: 'it reads the property length that DISCONNECT leaves out from the packet behind it' },
  { version: '5.0', hex: 'e0 02 8c 00', why: 'its list lacks 0x8C, which table 2-6 gives to DISCONNECT' },
];
