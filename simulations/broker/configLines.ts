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
    const [, key, value = ''] = /^ *([^ \r]+)(?: +(.*?))? *\r?$/.exec(text) ?? [];
    return key === undefined || text.startsWith('#') ? [] : [{ line: index + 1, key, value }];
  });
}
