// The words after `mosquitto-wasm`: Mosquitto's own options (mosquitto(8)). Ports and verbosity are handed on to the broker, which checks them.

// What Mosquitto exits with: after a signal to stop, when a port or file cannot be had, when its options or configuration are wrong.
export const EXIT_OK = 0;
export const EXIT_FAILED = 1;
export const EXIT_INVALID = 3;

export interface CommandLine {
  /** The file after the last `-c`; `null`: none. */
  readonly configPath: string | null;
  readonly background: boolean;
  /** `-v` and `-p PORT` as they were given, for the broker. */
  readonly passedOn: readonly string[];
}

export type Reading =
  | { readonly kind: 'run'; readonly commandLine: CommandLine }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly problem: string; readonly showUsage: boolean };

export const USAGE = `mosquitto-wasm runs Eclipse Mosquitto, compiled to WebAssembly, on this machine's ports.

Usage: mosquitto-wasm [-c file] [-d] [-h] [-p port] [-v]

  -c, --config-file FILE  read this mosquitto.conf; without it, clients on this machine only
  -d, --daemon            go to the background once the broker runs
  -h, --help              show this text
  -p, --port PORT         without a listener in the configuration: this port instead of 1883; up to ten times
  -v, --verbose           log everything, whatever the configuration says

SIGTERM and SIGINT stop the broker, SIGHUP reads the configuration again,
SIGUSR1 writes the persistence file, SIGUSR2 prints the subscriptions.
`;

const refuse = (problem: string, showUsage = false): Reading => ({ kind: 'refused', problem, showUsage });

/** Reads the options in order, as Mosquitto does: the first that is wrong decides. */
export function readCommandLine(words: readonly string[]): Reading {
  let configPath: string | null = null;
  let background = false;
  const passedOn: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const next = words[index + 1];
    if (word === '-c' || word === '--config-file') {
      if (next === undefined) return refuse('Error: -c argument given, but no config file specified.');
      configPath = next;
      index += 1;
    } else if (word === '-p' || word === '--port') {
      if (next === undefined) return refuse('Error: -p argument given, but no port specified.');
      passedOn.push('-p', next);
      index += 1;
    } else if (word === '-d' || word === '--daemon') {
      background = true;
    } else if (word === '-v' || word === '--verbose') {
      passedOn.push('-v');
    } else if (word === '-h' || word === '--help') {
      return { kind: 'help' };
    } else {
      return refuse(`Error: Unknown option '${word}'.`, true);
    }
  }
  return { kind: 'run', commandLine: { configPath, background, passedOn } };
}
