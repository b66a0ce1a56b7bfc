// The tree of fields as the lines of a list: the three parts of a packet, and in each the fields with the heads of the groups they stand in.
import type { FieldSpan } from '#simulations';

export type FieldEntry = { readonly kind: 'head' | 'field'; readonly span: FieldSpan; readonly depth: number };

export interface FieldPart {
  /** Fixed header, variable header or payload; a leaf where it is what was not read. */
  readonly part: FieldSpan;
  readonly entries: readonly FieldEntry[];
}

function entriesOf(span: FieldSpan, depth: number): readonly FieldEntry[] {
  if (span.children.length === 0) return [{ kind: 'field', span, depth }];
  // A property says by its own name what it is: a head over each would say it twice.
  const inner = span.children.flatMap((child) => entriesOf(child, span.id === 'oneProperty' ? depth : depth + 1));
  return span.id === 'oneProperty' ? inner : [{ kind: 'head', span, depth }, ...inner];
}

export function fieldParts(fields: readonly FieldSpan[]): readonly FieldPart[] {
  return fields.map((part) => ({
    part,
    entries: part.children.length === 0 ? entriesOf(part, 0) : part.children.flatMap((child) => entriesOf(child, 0)),
  }));
}
