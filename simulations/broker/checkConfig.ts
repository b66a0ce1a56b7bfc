// Would the broker take this mosquitto.conf? It is started with it and ended again; what it says is handed on, with the line that it means. Left out: what the accepted
// configuration does in a run, and files that only a running broker writes.
import type { BrokerOptions } from 'mosquitto-wasm';
import { meantLine } from './meantLine.ts';
import { type StartBroker, VIRTUAL_EPOCH_MS } from './mosquittoBroker.ts';

/** The most that is given to the broker: so much fits into a link, and a configuration with a page of comments is shorter. Characters. */
export const MOST_CONFIG_CHARACTERS = 4_000;

export interface ConfigQuestion {
  /** The text of mosquitto.conf; empty: as Mosquitto without one. At most `MOST_CONFIG_CHARACTERS`. */
  readonly config: string;
  /** What it names (password file, access list): path to text. Default none. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface ConfigAccepted {
  readonly ok: true;
  /** What the broker remarks about it all the same, in its own words. */
  readonly warnings: readonly string[];
}

export interface ConfigRefused {
  readonly ok: false;
  /** Who refuses: the broker, or the laboratory, which does not give it a text that is too long or that the broker would read only in part. */
  readonly by: 'broker' | 'laboratory';
  /** The line that is wrong, 1 for the first; `null` where nothing tells. */
  readonly line: number | null;
  /** The broker named that line; else it is concluded from its words. */
  readonly lineNamed: boolean;
  /** Why, in the broker's own words; the laboratory's where it refuses. */
  readonly message: string;
  /** All that the broker logged, oldest first. */
  readonly log: readonly string[];
}

export type ConfigAnswer = ConfigAccepted | ConfigRefused;

/** What a configuration without a listener is always told; the page explains it in plainer words. */
const ABOUT_NO_LISTENER = /^(Create a configuration file which defines|For more details see https)/;
const PLACE = /^Error found at mosquitto\.conf:(\d+)\.$/;

/** Asks the broker. Whatever the text is, there is an answer; only a broker without code to run throws. */
export function checkConfig({ config, files = {} }: ConfigQuestion, startBroker: StartBroker): ConfigAnswer {
  const unfit = unfitToAsk(config);
  if (unfit !== null) return unfit;
  const log: { level: string; text: string }[] = [];
  try {
    const broker = startBroker({ config, files, ...STILL, onLog: ({ level, text }) => log.push({ level, text }) });
    broker.kill();
  } catch (error) {
    return refusal(config, log, error);
  }
  const warned = log.filter(({ level, text }) => /^(warning|notice|error)$/.test(level) && !ABOUT_NO_LISTENER.test(text));
  return { ok: true, warnings: [...new Set(warned.map(({ text }) => text))] };
}

/** A clock that stands and bytes that are no secret: the broker is gone before they matter. */
const STILL: Pick<BrokerOptions, 'clock' | 'random'> = { clock: () => VIRTUAL_EPOCH_MS, random: (bytes) => bytes.fill(7) };

function unfitToAsk(config: string): ConfigRefused | null {
  const refused = (line: number | null, message: string): ConfigRefused => ({
    ok: false,
    by: 'laboratory',
    line,
    lineNamed: false,
    message,
    log: [],
  });
  if (config.length > MOST_CONFIG_CHARACTERS) {
    return refused(null, `${config.length} characters are too many: ${MOST_CONFIG_CHARACTERS} is the most that a link can carry.`);
  }
  const nul = config.indexOf('\0');
  if (nul === -1) return null;
  return refused(lineAt(config, nul), 'There is a NUL character here. The broker would not read what stands behind it.');
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function refusal(config: string, log: readonly { level: string; text: string }[], error: unknown): ConfigRefused {
  const texts = log.map(({ text }) => text);
  const named = texts.map((text) => PLACE.exec(text)?.[1]).find((line) => line !== undefined);
  // Where the broker trapped it logged nothing to the listener, and the error has all that is known.
  const words = log.filter(({ level, text }) => level === 'error' && !PLACE.test(text)).map(({ text }) => text);
  const message = words.length > 0 ? words.join('\n') : error instanceof Error ? error.message : String(error);
  return {
    ok: false,
    by: 'broker',
    line: named === undefined ? meantLine(config, texts) : Number(named),
    lineNamed: named !== undefined,
    message,
    log: texts,
  };
}
