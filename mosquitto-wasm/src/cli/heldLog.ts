// The lines of a start, held until the ports are open: nobody may read "running" before that. Later lines pass at once.
import type { LogLine } from '../api.js';
import type { LogSettings } from './configuration.js';
import type { LogOutput } from './logOutput.js';

const BEGIN = /^mosquitto version \S+ starting$/;
const RUNNING = /^mosquitto version \S+ running$/;

export class HeldLog {
  readonly #output: LogOutput;
  #held: LogLine[] | null = [];

  constructor(output: LogOutput) {
    this.#output = output;
  }

  readonly take = (line: LogLine): void => {
    if (this.#held === null) this.#output.write(line);
    else this.#held.push(line);
  };

  /**
   * Prints what was held. As upstream does it, the configuration decides where to from the line on that tells that it was read.
   * @returns how many lines there were
   */
  release(settings: LogSettings | null, { started }: { started: boolean }): number {
    const held = this.#held ?? [];
    this.#held = null;
    const begin = held.findIndex(({ text }) => BEGIN.test(text));
    held.forEach((line, index) => {
      if (index === begin && settings !== null) this.#output.configure(settings);
      if (started || !RUNNING.test(line.text)) this.#output.write(line);
    });
    // A configuration may leave that line out.
    if (started && begin < 0 && settings !== null) this.#output.configure(settings);
    return held.length;
  }
}
