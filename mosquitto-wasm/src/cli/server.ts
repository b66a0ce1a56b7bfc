// A broker on this machine's ports and files, from start to stop: what upstream's main does around its loop, on Node's.
import { rmSync, writeFileSync } from 'node:fs';
import type { Broker, LogLine } from '../api.js';
import { BrokerError, createBroker } from '../index.js';
import { type CommandLine, EXIT_FAILED, EXIT_INVALID, EXIT_OK } from './commandLine.js';
import { type Configuration, readConfiguration } from './hostFiles.js';
import { closeAll, ListenProblem, openListeners } from './listeners.js';
import type { LogOutput } from './logOutput.js';
import { SessionStore } from './sessionStore.js';
import { steadyClock } from './steadyClock.js';
import { subscriptionLines } from './subscriptionLines.js';
import type { Doorway, OpenListener } from './tcpListener.js';

/** Upstream waits for traffic as long as this before it looks at its timers again. Milliseconds. */
const TURN_MS = 100;
/** How long clients may take to receive what the stopping broker still told them. Milliseconds. */
const FAREWELL_MS = 1_000;

/** The program must end; why has been printed. */
export class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

export class Server {
  readonly #log: LogOutput;
  readonly #configPath: string | null;
  readonly #configuration: Configuration | null;
  readonly #store: SessionStore;
  readonly #broker: Broker;
  readonly #onEnd: (code: number) => void;
  /** Lines of the start, held until the ports are open: nobody may read "running" before. `null`: printed as they come. */
  #held: LogLine[] | null = [];
  #listeners: readonly OpenListener[] = [];
  #turn: NodeJS.Timeout | undefined;
  #stopping = false;

  /**
   * @param options.onEnd called once, when the broker has ended, with the exit code of the program
   * @throws Exit when the configuration or the start fails, with the broker's own lines printed
   */
  constructor(options: { commandLine: CommandLine; log: LogOutput; module: WebAssembly.Module; onEnd: (code: number) => void }) {
    const { commandLine, log, module, onEnd } = options;
    this.#log = log;
    this.#onEnd = onEnd;
    this.#configPath = commandLine.configPath;
    this.#configuration = this.#readConfiguration(EXIT_INVALID);
    this.#store = new SessionStore(this.#configuration?.settings.persistenceFile ?? null);
    const named = this.#configuration === null ? {} : { config: this.#configuration.text, configPath: this.#configPath ?? '' };
    try {
      this.#broker = createBroker({
        ...named,
        module,
        arguments: commandLine.passedOn,
        files: { ...this.#configuration?.files, ...this.#store.read() },
        clock: steadyClock(),
        onLog: (line) => this.#take(line),
      });
    } catch (error) {
      const told = this.#release();
      if (!(error instanceof BrokerError)) throw error;
      if (!told) log.say(`Error: ${error.message}`);
      throw new Exit(error.code === 'config' ? EXIT_INVALID : EXIT_FAILED);
    }
  }

  /** @throws Exit when a port cannot be had */
  async start(): Promise<void> {
    try {
      this.#listeners = await openListeners({
        listeners: this.#broker.listeners,
        settings: this.#configuration?.settings ?? null,
        doorwayTo: (port) => this.#doorwayTo(port),
        warn: (text) => this.#log.say(text),
      });
    } catch (error) {
      if (!(error instanceof ListenProblem)) throw error;
      this.#broker.kill();
      this.#release(({ text }) => !text.endsWith(' running'));
      this.#log.say(error.message);
      throw new Exit(EXIT_FAILED);
    }
    this.#release();
    this.#writePidFile();
    this.#turn = setInterval(() => this.#guarded(() => this.#broker.tick()), TURN_MS);
  }

  /** SIGTERM, SIGINT. */
  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    clearInterval(this.#turn);
    const closed = Promise.all(this.#listeners.map((listener) => listener.close()));
    try {
      this.#bringHome(this.#broker.stop());
    } catch (error) {
      this.#fail(error);
      return;
    }
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))]);
    await this.#end(EXIT_OK);
  }

  /** SIGHUP. */
  reload(): void {
    this.#guarded(() => {
      const configuration = this.#readConfiguration(null);
      if (configuration === null) {
        this.#broker.reload();
        return;
      }
      for (const [path, content] of Object.entries(configuration.files)) this.#broker.writeFile(path, content);
      this.#log.configure(configuration.settings.log);
      this.#broker.reload(configuration.text);
    });
  }

  /** SIGUSR1. */
  save(): void {
    this.#guarded(() => this.#broker.save());
  }

  /** SIGUSR2. */
  printSubscriptions(): void {
    this.#guarded(() => {
      for (const line of subscriptionLines(this.#broker.sessions())) process.stdout.write(`${line}\n`);
    });
  }

  #doorwayTo(port: number): Doorway {
    return {
      connect: (address, remotePort) => this.#guarded(() => this.#broker.connect({ port, address, remotePort })),
      guarded: (action) => void this.#guarded(action),
      warn: (text) => this.#log.say(text),
    };
  }

  /** Whatever enters the broker goes through here: one that fails ends the program. */
  #guarded<T>(action: () => T): T | null {
    // Sockets that close after the broker has stopped.
    if (this.#stopping) return null;
    try {
      const result = action();
      if (this.#store.isDue) this.#bringHome(this.#broker.files());
      return result;
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof BrokerError)) throw error;
    this.#stopping = true;
    this.#log.say(`Error: ${error.message}`);
    void this.#end(EXIT_FAILED);
  }

  #bringHome(files: Readonly<Record<string, Uint8Array>>): void {
    try {
      this.#store.write(files);
    } catch (error) {
      this.#log.say(`Error saving in-memory database: ${error instanceof Error ? error.message : error}.`);
    }
  }

  #take(line: LogLine): void {
    this.#store.notice(line);
    if (this.#held !== null) this.#held.push(line);
    else this.#log.write(line);
  }

  /** Prints what was held; the configuration decides where to from the line on that says that it was read. Answers whether there was any. */
  #release(wanted: (line: LogLine) => boolean = () => true): boolean {
    const held = this.#held ?? [];
    this.#held = null;
    const settings = this.#configuration?.settings;
    const begin = held.findIndex(({ text }) => /^mosquitto version \S+ starting$/.test(text));
    held.forEach((line, index) => {
      if (index === begin && settings !== undefined) this.#log.configure(settings.log);
      if (wanted(line)) this.#log.write(line);
    });
    return held.length > 0;
  }

  #readConfiguration(exitCode: number | null): Configuration | null {
    if (this.#configPath === null) return null;
    const configuration = readConfiguration(this.#configPath);
    if (configuration !== null) return configuration;
    this.#log.say(`Error: Unable to open config file ${this.#configPath}.`);
    if (exitCode !== null) throw new Exit(exitCode);
    return null;
  }

  #writePidFile(): void {
    const path = this.#configuration?.settings.pidFile ?? null;
    if (path === null) return;
    try {
      writeFileSync(path, String(process.pid));
    } catch {
      this.#log.say('Error: Unable to write pid file.');
      throw new Exit(EXIT_FAILED);
    }
  }

  async #end(code: number): Promise<void> {
    clearInterval(this.#turn);
    await closeAll(this.#listeners);
    const pidFile = this.#configuration?.settings.pidFile ?? null;
    if (pidFile !== null) rmSync(pidFile, { force: true });
    this.#log.close();
    this.#onEnd(code);
  }
}
