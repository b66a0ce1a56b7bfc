// mosquitto.conf as lines of key and value, cut as Mosquitto cuts them: at spaces, a comment only where `#` is the line's first character. Says nothing of what is right.

export interface ConfigLine {
  /** 1 for the first. */
  readonly line: number;
  readonly key: string;
  /** All that stands behind the key; empty where nothing does. */
  readonly value: string;
}

/** The lines that set something; blank ones and comments are left out. */
export function configLines(config: string): ConfigLine[] {
  return config.split('\n').flatMap((text, index) => {
    const body = withoutSpaces(text);
    if (body === '' || text.startsWith('#')) return [];
    const gap = body.indexOf(' ');
    const [key, value] = gap === -1 ? [body, ''] : [body.slice(0, gap), withoutSpaces(body.slice(gap))];
    return [{ line: index + 1, key, value }];
  });
}

/** Without spaces at either end and the rest of another system's line end. Tabs stay: to Mosquitto they are letters. */
function withoutSpaces(text: string): string {
  let [start, end] = [0, text.length];
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\r')) end -= 1;
  while (start < end && text[start] === ' ') start += 1;
  return text.slice(start, end);
}

/** As Mosquitto reads a number (C's `atoi`): the digits at the beginning of the first word, else 0. */
export function asConfigNumber(value: string): number {
  return Number.parseInt(value.split(' ', 1)[0] ?? '', 10) || 0;
}

/** What a key is set to, as Mosquitto reads it: of several lines the last. `null` where it is not set. */
export function configNumber(config: string, key: string): number | null {
  const last = configLines(config).findLast((line) => line.key === key);
  return last === undefined ? null : asConfigNumber(last.value);
}

/** The same for a key that takes `true` or `1`, `false` or `0`. */
export function configTruth(config: string, key: string): boolean | null {
  const last = configLines(config).findLast((line) => line.key === key);
  return last === undefined ? null : /^(true|1)( |$)/.test(last.value);
}
