// Lines with an instant and a speaker, as the broker's log and the serial monitors are made of: named apart, and filtered by speaker and text.
import type { Microseconds } from '#simulations';

export interface TimedLine {
  readonly at: Microseconds;
  /** Who says it, or how urgent it is: what a list can be narrowed to. */
  readonly from: string;
  readonly text: string;
}

/** A line with a name that it keeps while the window of lines moves on. */
export interface NamedLine {
  readonly key: string;
  readonly line: TimedLine;
}

export function namedLines(lines: readonly TimedLine[]): readonly NamedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const name = `${line.at} ${line.from} ${line.text}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return { key: `${name} ${times}`, line };
  });
}

export interface LineFilter {
  readonly takes: (from: string) => boolean;
  /** Part of the line's text, in whatever case; blanks around it do not count. */
  readonly text: string;
}

export function filtered(lines: readonly NamedLine[], { takes, text }: LineFilter): readonly NamedLine[] {
  const wanted = text.trim().toLowerCase();
  return lines.filter(({ line }) => takes(line.from) && line.text.toLowerCase().includes(wanted));
}
