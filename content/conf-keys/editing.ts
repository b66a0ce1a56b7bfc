// Changes to a mosquitto.conf as a text, and how two of them differ. Comments, blank lines and the order of what is not touched stay.
import { configLines } from '#simulations';

/** A key and its value. */
export type Setting = readonly [key: string, value: string];

/** Each setting in place of the lines that set its key already (the first of them is rewritten, the others go); at the end where there is none. */
export function withSettings(config: string, settings: readonly Setting[]): string {
  return settings.reduce(withSetting, config);
}

function withSetting(config: string, [key, value]: Setting): string {
  const lines = config.split('\n');
  const [first, ...others] = configLines(config).flatMap((one) => (one.key === key ? [one.line - 1] : []));
  if (first === undefined) return withLine(config, `${key} ${value}`).config;
  lines[first] = `${key} ${value}`;
  return lines.filter((_, at) => !others.includes(at)).join('\n');
}

/** The line at the end of the text, and its number. */
export function withLine(config: string, line: string): { readonly config: string; readonly line: number } {
  const before = config === '' || config.endsWith('\n') ? config : `${config}\n`;
  return { config: `${before}${line}\n`, line: before.split('\n').length };
}

export interface ConfDifference {
  /** Lines that the one has and the other does not, without comments; as often as they are missing. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The same lines in another order. */
  readonly reordered: boolean;
}

export function confDifference(from: string, to: string): ConfDifference {
  const linesOf = (config: string) => configLines(config).map(({ key, value }) => `${key} ${value}`.trim());
  const [before, after] = [linesOf(from), linesOf(to)];
  const [added, removed] = [without(after, before), without(before, after)];
  return { added, removed, reordered: added.length + removed.length === 0 && before.join('\n') !== after.join('\n') };
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
