// The learner's own mosquitto.conf as an address carries it: `conf=listener+1883%0A…`, the text as it is. Whether the broker takes it is asked elsewhere.
import { MOST_CONFIG_CHARACTERS } from '#simulations';

export const CONF_PARAMETER = 'conf';

/** Why the text in an address is not used. `notText`: it holds control characters that no editor makes. */
export type ConfProblem = 'tooLong' | 'notText';

/** Everything below the space but tab and line feed, and DEL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

export interface ReadConf {
  /** `null`: the lab's own. An empty text is one too: a broker without a configuration. */
  readonly conf: string | null;
  readonly problem: ConfProblem | null;
}

export function readConf(given: string | null): ReadConf {
  if (given === null) return { conf: null, problem: null };
  const conf = given.replace(/\r\n?/g, '\n');
  if (conf.length > MOST_CONFIG_CHARACTERS) return { conf: null, problem: 'tooLong' };
  return CONTROL.test(conf) ? { conf: null, problem: 'notText' } : { conf, problem: null };
}

/** `null`: the address says nothing of it; so it is with a text that could not be read back. */
export function writeConf(conf: string | null): string | null {
  return conf !== null && readConf(conf).problem === null ? conf : null;
}
