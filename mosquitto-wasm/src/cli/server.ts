// A broker on this machine's ports and files, from start to stop: what upstream's main does around its loop, on Node's.
import { rmSync, writeFileSync } from 'node:fs';
import type { Broker, LogLine } from '../api.js';
import { BrokerError, createBroker } from '../index.js';
import { type CommandLine, EXIT_FAILED, EXIT_INVALID, EXIT_OK } from './commandLine.js';
import { HeldLog } from './heldLog.js';
import { type Configuration, readConfiguration, SessionFile } from './hostFiles.js';
import { closeAll, ListenProblem, openListeners } from './listeners.js';
import type { LogOutput } from './logOutput.js';
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

interface Parts {
  readonly broker: Broker;
  readonly configPath: string | null;
  readonly configuration: Configuration | null;
  readonly sessions: SessionFile;
  readonly log: LogOutput;
  readonly held: HeldLog;
  readonly onEnd: (code: number) => void;
}

const hostLine = (text: string): LogLine => ({ level: 'warning', text, atMs: Date.now() });

function readOrComplain(configPath: string, log: LogOutput): Configuration | null {
  const configuration = readConfiguration(configPath);
  if (configuration === null) log.say(`Error: Unable to open config file ${configPath}.`);
  return configuration;
}

export class Server {
  readonly #parts: Parts;
  #listeners: readonly OpenListener[] = [];
  #knownFiles: ReadonlySet<string>;
  #turn: NodeJS.Timeout | undefined;
  #second = 0;
  #stopping = false;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#knownFiles = new Set(Object.keys(parts.configuration?.files ?? {}));
  }

  /**
   * Reads the files, starts the broker and opens its ports; nothing moves before {@link run}.
   * @param options.onEnd called once, when the broker has ended, with the exit code of the program
   * @throws Exit when the configuration is wrong or a port cannot be had; Mosquitto's own lines are printed
   */
  static async prepare(options: { commandLine: CommandLine; log: LogOutput; onEnd: (code: number) => void }): Promise<Server> {
    const { log, onEnd } = options;
    const { configPath, passedOn } = options.commandLine;
    const configuration = configPath === null ? null : readOrComplain(configPath, log);
    if (configPath !== null && configuration === null) throw new Exit(EXIT_INVALID);
    const sessions = new SessionFile(configuration?.settings.persistenceFile ?? null);
    const held = new HeldLog(log);
    try {
      const broker = await createBroker({
        ...(configuration === null || configPath === null ? {} : { config: configuration.text, configPath }),
        arguments: passedOn,
        files: { ...configuration?.files, ...sessions.read() },
        onLog: held.take,
      });
      const server = new Server({ broker, configPath, configuration, sessions, log, held, onEnd });
      await server.#open();
      return server;
    } catch (error) {
      if (!(error instanceof BrokerError)) throw error;
      const told = held.release(configuration?.settings.log ?? null, { started: false });
      if (told === 0) log.say(`Error: ${error.message}`);
      throw new Exit(error.code === 'config' ? EXIT_INVALID : EXIT_FAILED);
    }
  }

  /** Says that the broker runs, and lets its time pass. */
  run(): void {
    const { configuration, held } = this.#parts;
    held.release(configuration?.settings.log ?? null, { started: true });
    this.#turn = setInterval(() => this.#guarded(() => this.#takeTurn()), TURN_MS);
  }

  /** SIGTERM, SIGINT. */
  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    clearInterval(this.#turn);
    const closed = Promise.all(this.#listeners.map((listener) => listener.close()));
    try {
      this.#bringHome(this.#parts.broker.stop());
    } catch (error) {
      this.#fail(error);
      return;
    }
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))]);
    await this.#end(EXIT_OK);
  }

  /** SIGHUP. */
  reload(): void {
    const { broker, configPath, log } = this.#parts;
    this.#guarded(() => {
      const configuration = configPath === null ? null : readOrComplain(configPath, log);
      if (configuration === null) {
        broker.reload();
        return;
      }
      for (const [path, content] of Object.entries(configuration.files)) broker.writeFile(path, content);
      for (const path of this.#knownFiles) if (configuration.files[path] === undefined) broker.writeFile(path, '');
      this.#knownFiles = new Set([...this.#knownFiles, ...Object.keys(configuration.files)]);
      log.configure(configuration.settings.log);
      broker.reload(configuration.text);
    });
  }

  /** SIGUSR1. */
  save(): void {
    this.#guarded(() => {
      this.#parts.broker.save();
      this.#bringHome();
    });
  }

  /** SIGUSR2. */
  printSubscriptions(): void {
    this.#guarded(() => {
      for (const line of subscriptionLines(this.#parts.broker.sessions())) process.stdout.write(`${line}\n`);
    });
  }

  /** @throws Exit */
  async #open(): Promise<void> {
    const { broker, configuration, held, sessions } = this.#parts;
    try {
      this.#listeners = await openListeners({
        listeners: broker.listeners,
        settings: configuration?.settings ?? null,
        doorwayTo: (index) => this.#doorwayTo(index),
        warn: (text) => held.take(hostLine(text)),
      });
    } catch (error) {
      if (!(error instanceof ListenProblem)) throw error;
      this.#giveUp(error.message);
    }
    for (const { httpDir, port } of configuration?.settings.listeners ?? []) {
      if (httpDir !== null) held.take(hostLine(`Warning: http_dir is not offered here; port ${port} serves no files.`));
    }
    this.#writePidFile();
    sessions.startFrom(broker);
  }

  /** What ended with the last second has ended before a client speaks in the new one, however late the timer is. */
  #takeTurnInNewSecond(): void {
    const second = Math.floor(Date.now() / 1000);
    if (second === this.#second) return;
    this.#second = second;
    this.#takeTurn();
  }

  #takeTurn(): void {
    this.#parts.broker.tick();
    this.#bringHome();
  }

  #doorwayTo(listener: number): Doorway {
    return {
      connect: (address, remotePort) => this.#guarded(() => this.#parts.broker.connect({ listener, address, remotePort })),
      guarded: (action) => void this.#guarded(action),
      warn: (text) => this.#parts.log.say(text),
    };
  }

  /** Whatever enters the broker goes through here: one that fails ends the program. */
  #guarded<T>(action: () => T): T | null {
    // Sockets that close after the broker has stopped.
    if (this.#stopping) return null;
    try {
      this.#takeTurnInNewSecond();
      return action();
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof BrokerError)) throw error;
    this.#stopping = true;
    this.#parts.log.say(`Error: ${error.message}`);
    void this.#end(EXIT_FAILED);
  }

  /** @param last the files of a broker that has stopped */
  #bringHome(last?: Readonly<Record<string, Uint8Array>>): void {
    const { broker, sessions } = this.#parts;
    try {
      if (last === undefined) sessions.bringHome(broker);
      else sessions.bringLast(last);
    } catch (error) {
      this.#parts.log.say(`Error saving in-memory database: ${error instanceof Error ? error.message : error}.`);
    }
  }

  #writePidFile(): void {
    const path = this.#parts.configuration?.settings.pidFile ?? null;
    if (path === null) return;
    try {
      writeFileSync(path, String(process.pid));
    } catch {
      this.#giveUp('Error: Unable to write pid file.');
    }
  }

  /** Ends a start that came to nothing. */
  #giveUp(problem: string): never {
    const { broker, configuration, held, log } = this.#parts;
    this.#stopping = true;
    broker.kill();
    held.release(configuration?.settings.log ?? null, { started: false });
    log.say(problem);
    throw new Exit(EXIT_FAILED);
  }

  async #end(code: number): Promise<void> {
    const { configuration, log, onEnd } = this.#parts;
    clearInterval(this.#turn);
    await closeAll(this.#listeners);
    const pidFile = configuration?.settings.pidFile ?? null;
    if (pidFile !== null) rmSync(pidFile, { force: true });
    log.close();
    onEnd(code);
  }
}
