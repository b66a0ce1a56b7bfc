// A packet with the place of every field: what the inspector shows. The same code reads it as in decode.ts, with a recorder.
// The fields are a tree; its leaves cover each bit of the packet exactly once and in order, also when the packet is malformed
// (then the last leaf holds what was not read).
import { ByteReader, type FieldRecorder, type FieldValue } from './byteReader.ts';
import { type DecodeResult, readPacket, resultOf } from './decode.ts';
import { FIELD, type Field, type FieldId } from './fields.ts';
import type { ProtocolVersion } from './packet.ts';
import { citation } from './problems.ts';

/** A field, or a group of fields when it has `children`. */
export interface FieldSpan {
  /** What field it is; the same for every copy of it. */
  readonly id: FieldId;
  /** Name in the standard. */
  readonly name: string;
  /** Unique in its packet, for programs: `variableHeader.properties.property[0].topicAlias`. */
  readonly path: string;
  /** First byte, from the beginning of the packet. */
  readonly start: number;
  /** The byte after the last one. */
  readonly end: number;
  /** Only where the field is bits of one byte: the highest and the lowest, 7 to 0. */
  readonly bits?: { readonly high: number; readonly low: number };
  /** Only on leaves. Bytes share memory with the packet. */
  readonly value?: FieldValue;
  /** The section that defines the field, as `[v5.0 §3.3.2.1]`. */
  readonly section: string;
  /** Empty for a leaf. */
  readonly children: readonly FieldSpan[];
}

export interface Inspection {
  readonly result: DecodeResult;
  /** The version that the sections are those of: for a CONNECT, the one that it speaks. */
  readonly version: ProtocolVersion;
  /** Fixed header, variable header, payload, as far as they were read. */
  readonly fields: readonly FieldSpan[];
}

/** A span in the making. */
interface Draft {
  readonly field: Field;
  readonly key: string;
  readonly start: number;
  end: number;
  readonly bits?: { readonly high: number; readonly low: number };
  readonly value?: FieldValue;
  readonly children: Draft[];
}

class SpanRecorder implements FieldRecorder {
  private readonly root: Draft = { field: FIELD.unread, key: '', start: 0, end: 0, children: [] };
  private readonly groups: Draft[] = [];
  /** End of the last leaf. */
  private reached = 0;

  open(field: Field, start: number, index?: number): void {
    const key = index === undefined ? field.key : `${field.key}[${index}]`;
    const group: Draft = { field, key, start, end: start, children: [] };
    this.parent.children.push(group);
    this.groups.push(group);
  }

  close(end: number): void {
    const group = this.groups.pop();
    if (group !== undefined) group.end = end;
  }

  leaf(field: Field, start: number, end: number, value: FieldValue): void {
    this.parent.children.push({ field, key: field.key, start, end, value, children: [] });
    this.reached = end;
  }

  bits(field: Field, at: number, high: number, low: number, value: number): void {
    this.parent.children.push({ field, key: field.key, start: at, end: at + 1, bits: { high, low }, value, children: [] });
    this.reached = at + 1;
  }

  /** The tree over all of `bytes`; what no field covers becomes a leaf of its own at the end. */
  finish(bytes: Uint8Array, version: ProtocolVersion): readonly FieldSpan[] {
    while (this.groups.length > 0) this.close(this.reached);
    if (this.reached < bytes.length) this.leaf(FIELD.unread, this.reached, bytes.length, bytes.subarray(this.reached));
    return spansOf(this.root, '', version);
  }

  private get parent(): Draft {
    return this.groups.at(-1) ?? this.root;
  }
}

/** Groups that hold nothing, such as the variable header of a packet that leaves it out, are not shown. */
function spansOf(parent: Draft, parentPath: string, version: ProtocolVersion): readonly FieldSpan[] {
  return parent.children
    .map((draft) => toSpan(draft, parentPath === '' ? draft.key : `${parentPath}.${draft.key}`, version))
    .filter((span) => span.value !== undefined || span.children.length > 0);
}

function toSpan(draft: Draft, path: string, version: ProtocolVersion): FieldSpan {
  return {
    id: draft.field.id,
    name: draft.field.name,
    path,
    start: draft.start,
    end: draft.end,
    ...(draft.bits === undefined ? {} : { bits: draft.bits }),
    ...(draft.value === undefined ? {} : { value: draft.value }),
    section: citation(version, draft.field.section[version]),
    children: spansOf(draft, path, version),
  };
}

/**
 * Decodes one whole packet like `decode`, and tells where each field stands. For bytes that were just encoded it shows what
 * the encoder wrote. Never throws; of a malformed packet it gives the fields up to the fault.
 */
export function inspect(bytes: Uint8Array, version: ProtocolVersion): Inspection {
  const recorder = new SpanRecorder();
  const reader = new ByteReader(bytes, version, recorder);
  const result = resultOf(reader, readPacket(reader));
  return { result, version: reader.version, fields: recorder.finish(bytes, reader.version) };
}

/** The leaves of the tree in the order of the bytes. */
export function leavesOf(fields: readonly FieldSpan[]): readonly FieldSpan[] {
  return fields.flatMap((span) => (span.children.length === 0 ? [span] : leavesOf(span.children)));
}
