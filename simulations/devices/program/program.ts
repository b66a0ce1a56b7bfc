// A program on its hardware, over all its starts: power, boot, Wi-Fi, sleep. What it does on the network is its client's, what it publishes its readings'.
// Left out: the time that a sketch computes, a Wi-Fi that is there but weak, a program that crashes by itself.
import { fromMilliseconds, toMilliseconds } from '../../engine/time.ts';
import type { PowerState } from '../../events.ts';
import { Wire } from '../../network/wire.ts';
import type { ProgramScenario } from '../../program.ts';
import type { Run } from '../../run.ts';
import type { HardwareAction } from '../../script.ts';
import type { ClientHabits } from '../clients/habits.ts';
import { habitsOf } from '../clients/habitsOf.ts';
import { BOOT_MS } from '../power.ts';
import { Lifetime } from './lifetime.ts';
import { ProgramClient } from './programClient.ts';
import { ProgramIds } from './programIds.ts';
import { Readings } from './readings.ts';
import { Station } from './station.ts';

type End = 'power' | 'reset' | 'sleep';

export class Program {
  readonly #run: Run;
  readonly #program: ProgramScenario;
  readonly #habits: ClientHabits;
  readonly #wire: Wire;
  readonly #ids: ProgramIds;
  /** `null` on a computer. */
  readonly #station: Station | null;
  /** `null`: it publishes nothing. */
  readonly #readings: Readings | null;
  #powered = true;
  #starts = 0;
  /** A flag in flash: it has subscribed. */
  #hasSubscribed = false;
  /** This start, or this night; `null` while it does neither. */
  #life: Lifetime | null = null;
  #client: ProgramClient | null = null;
  #power: PowerState = 'off';
  #connectedAtMs: number | null = null;

  constructor(run: Run, program: ProgramScenario, address: string) {
    this.#run = run;
    this.#program = program;
    this.#habits = habitsOf(program.library);
    this.#ids = new ProgramIds(program, this.#habits, run.random(`program/${program.name}/client id`));
    const { name, link, protocolVersion, runsOn, publishing } = program;
    const stack = runsOn.hardware === 'esp32' ? 'esp32' : 'linux';
    this.#wire = new Wire(
      run,
      { name, address, link, version: protocolVersion, stack },
      {
        onOpen: () => this.#client?.opened(),
        onPacket: (packet) => this.#client?.receive(packet),
        onLost: () => this.#client?.lost(),
      },
    );
    const say = (text: string): void => run.tell({ kind: 'serial', at: run.now, client: name, text });
    this.#station =
      runsOn.hardware === 'computer'
        ? null
        : new Station(
            run,
            this.#wire,
            { name, join: runsOn.join },
            {
              onJoining: () => this.#enter('associate'),
              onJoined: () => {
                this.#enter('listen');
                this.#client?.networkUp();
              },
              onLost: () => {
                // It scans again and again, until it finds its access point.
                this.#enter('associate');
                this.#client?.networkDown();
              },
              say,
            },
          );
    this.#readings =
      publishing === null ? null : new Readings({ run, program, publishing, habits: this.#habits, say, onBusy: () => this.#settle() });
    run.queue.at(fromMilliseconds(program.startsAtMs), () => {
      if (this.#powered && this.#life === null) this.#start('power-on');
    });
  }

  perform(action: HardwareAction): void {
    switch (action.do) {
      case 'cutConnection':
        return this.#wire.cut();
      case 'pullCable':
        this.#wire.interrupt('cable');
        return this.#run.tell({ kind: 'cable', at: this.#run.now, client: this.#program.name, state: 'out' });
      case 'plugCable':
        this.#wire.restore('cable');
        return this.#run.tell({ kind: 'cable', at: this.#run.now, client: this.#program.name, state: 'in' });
      case 'loseWifi':
        return this.#station?.loseSignal();
      case 'restoreWifi':
        return this.#station?.regainSignal();
      case 'powerOff':
        if (!this.#powered) return;
        this.#powered = false;
        this.#wire.interrupt('power');
        this.#end('power');
        return this.#enter('off');
      case 'powerOn':
        if (this.#powered) return;
        this.#powered = true;
        this.#wire.restore('power');
        return this.#start('power-on');
      case 'restart':
        if (!this.#powered) return;
        this.#end('reset');
        return this.#start('reset');
    }
  }

  #start(why: 'power-on' | 'reset' | 'wake-up by timer'): void {
    const { name, sleep } = this.#program;
    const life = new Lifetime(this.#run);
    const say = (text: string): void => this.#run.tell({ kind: 'serial', at: this.#run.now, client: name, text });
    this.#life = life;
    this.#connectedAtMs = null;
    this.#ids.restart();
    this.#starts++;
    say(`start ${this.#starts}: ${why}, ${this.#habits.name} ${this.#habits.version}`);
    if (sleep !== null) life.after(sleep.awakeAtMostMs, () => this.#sleep('awake for too long'));
    const client = new ProgramClient(
      {
        run: this.#run,
        program: this.#program,
        habits: this.#habits,
        wire: this.#wire,
        life,
        ids: this.#ids,
        chance: this.#run.random(`program/${name}/waits of start ${this.#starts}`),
        hasSubscribedOnce: this.#hasSubscribed,
        say,
      },
      {
        onConnected: (sessionPresent, receiveMaximum) => this.#connected(life, sessionPresent, receiveMaximum),
        onDisconnected: () => this.#readings?.disconnected(),
        onSubscribed: () => {
          this.#hasSubscribed = true;
        },
        onAnswer: (packet) => this.#readings?.answer(packet),
        onBusy: () => this.#settle(),
      },
    );
    this.#client = client;
    if (this.#station === null) {
      this.#enter('listen');
      this.#readings?.begin(life, client);
      return client.networkUp();
    }
    this.#enter('boot');
    life.after(BOOT_MS, () => {
      this.#readings?.begin(life, client);
      this.#station?.turnOn(life);
    });
  }

  /** All that was in RAM is gone. A computer's operating system closes what a program had open when that is started anew; power, sleep and the reset of a chip close nothing. */
  #end(why: End): void {
    this.#life?.end();
    this.#life = null;
    this.#client = null;
    this.#connectedAtMs = null;
    if (this.#wire.isOpen) {
      if (why === 'reset' && this.#station === null) this.#wire.close();
      else this.#wire.abandon();
      const { name } = this.#program;
      this.#run.tell({ kind: 'connection', at: this.#run.now, client: name, step: 'disconnected', code: null, sessionPresent: null });
    }
    this.#readings?.end(why);
    this.#station?.turnOff();
  }

  #connected(life: Lifetime, sessionPresent: boolean, receiveMaximum: number | undefined): void {
    this.#connectedAtMs = toMilliseconds(this.#run.now);
    this.#readings?.connected(sessionPresent, receiveMaximum);
    if (this.#program.sleep !== null) life.after(this.#program.sleep.listenMs, () => this.#settle());
  }

  /** The receiver is on while something is awaited and at beacons alone while nothing is; a device with nothing left to do goes to sleep. */
  #settle(): void {
    const connected = this.#client?.isConnected === true;
    const waits = !connected || this.#client?.isBusy === true || this.#readings?.isSending === true;
    if (this.#station?.isJoined === true) this.#enter(waits ? 'listen' : 'modemSleep');
    const { sleep } = this.#program;
    if (sleep === null || waits || this.#connectedAtMs === null || this.#readings?.isBusy === true) return;
    if (toMilliseconds(this.#run.now) - this.#connectedAtMs >= sleep.listenMs) this.#sleep('nothing left to do');
  }

  #sleep(why: string): void {
    const { name, sleep } = this.#program;
    if (sleep === null) return;
    this.#run.tell({ kind: 'serial', at: this.#run.now, client: name, text: `sleep: ${why}; wakes in ${sleep.sleepMs / 1_000} s` });
    if (sleep.saysGoodbye) this.#client?.leave();
    this.#end('sleep');
    this.#enter('deepSleep');
    const night = new Lifetime(this.#run);
    this.#life = night;
    night.after(sleep.sleepMs, () => this.#start('wake-up by timer'));
  }

  #enter(state: PowerState): void {
    if (state === this.#power) return;
    this.#power = state;
    this.#run.tell({ kind: 'power', at: this.#run.now, client: this.#program.name, state });
  }
}
