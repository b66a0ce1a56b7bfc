// The program `mosquitto-wasm`: options in, exit code out.
import { setFlagsFromString } from 'node:v8';
import { goToBackground, isBackground, reportRunning } from './background.js';
import { EXIT_FAILED, EXIT_INVALID, readCommandLine, USAGE } from './commandLine.js';
import { LogOutput } from './logOutput.js';
import { Exit, Server } from './server.js';

async function run(words: readonly string[], log: LogOutput): Promise<void> {
  const reading = readCommandLine(words);
  if (reading.kind === 'help') {
    process.stdout.write(USAGE);
    throw new Exit(EXIT_INVALID);
  }
  if (reading.kind === 'refused') {
    if (reading.showUsage) process.stderr.write(`${reading.problem}\n${USAGE}`);
    else log.say(reading.problem);
    throw new Exit(EXIT_INVALID);
  }
  const { commandLine } = reading;
  if (commandLine.background && !isBackground()) throw new Exit(await goToBackground(words));
  const server = await Server.prepare({ commandLine, log, onEnd: (code) => process.exit(code) });
  process.on('SIGTERM', () => void server.stop());
  process.on('SIGINT', () => void server.stop());
  process.on('SIGHUP', () => server.reload());
  process.on('SIGUSR1', () => server.save());
  process.on('SIGUSR2', () => server.printSubscriptions());
  // Not before: whoever reads "running" may send signals at once.
  server.run();
  if (isBackground()) reportRunning(log);
}

// All of the broker's code is compiled at the start, some ten milliseconds, rather than each function while the first client waits for it.
setFlagsFromString('--no-wasm-lazy-compilation');

/** Runs until a signal or an error ends the process. */
export async function main(words: readonly string[]): Promise<void> {
  const log = new LogOutput();
  try {
    await run(words, log);
  } catch (error) {
    if (!(error instanceof Exit)) log.say(`Error: ${error instanceof Error ? error.message : error}`);
    process.exit(error instanceof Exit ? error.code : EXIT_FAILED);
  }
}
