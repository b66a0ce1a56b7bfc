// The promise of inspect.ts as a check: the leaves cover every bit of the packet once and in order, and hold what stands there.
import { type FieldSpan, leavesOf } from '../inspect.ts';
import { decodeUtf8 } from '../utf8.ts';

function isVariable(span: FieldSpan): boolean {
  return /(remainingLength|propertyLength|identifier|subscriptionIdentifiers)$/.test(span.path);
}

function wrongValue(span: FieldSpan, bytes: Uint8Array): boolean {
  const part = bytes.subarray(span.start, span.end);
  const { value, bits } = span;
  if (bits !== undefined) return value !== ((part[0] ?? 0) >> bits.low) % 2 ** (bits.high - bits.low + 1);
  if (typeof value === 'string') return decodeUtf8(part, 0, part.length) !== value;
  if (value instanceof Uint8Array) return value.length !== part.length || value.some((byte, i) => byte !== part[i]);
  if (typeof value !== 'number') return true;
  const digits = isVariable(span) ? [...part].reverse().map((byte) => byte & 0x7f) : [...part];
  return value !== digits.reduce((sum, digit) => sum * (isVariable(span) ? 128 : 256) + digit, 0);
}

/** What is wrong with the spans of a packet, in words; `undefined` when nothing is. */
export function tilingProblem(fields: readonly FieldSpan[], bytes: Uint8Array): string | undefined {
  let byte = 0;
  let bit = 7;
  const paths = new Set<string>();
  for (const span of leavesOf(fields)) {
    if (paths.has(span.path)) return `two fields are ${span.path}`;
    paths.add(span.path);
    if (span.start !== byte) return `${span.path} starts at ${span.start}, not at ${byte}`;
    if (bit !== (span.bits?.high ?? 7)) return `${span.path} does not go on at bit ${bit}`;
    if (wrongValue(span, bytes)) return `${span.path} holds ${String(span.value)}`;
    bit = span.bits === undefined || span.bits.low === 0 ? 7 : span.bits.low - 1;
    byte = bit === 7 ? span.end : byte;
  }
  if (byte !== bytes.length || bit !== 7) return `the spans end at byte ${byte} of ${bytes.length}`;
  return groupProblem(fields);
}

/** Groups reach from their first child to their last. */
function groupProblem(fields: readonly FieldSpan[]): string | undefined {
  for (const { path, start, end, children } of fields) {
    if (children.length === 0) continue;
    if (start !== children[0]?.start || end !== children.at(-1)?.end) return `${path} is ${start} to ${end}, unlike its parts`;
    const inner = groupProblem(children);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
