// The readings that a program makes and wants published, with or without a connection: straight to the client library, or into the buffer of its own for the time without.
// The number of the last reading and a buffer in flash outlive every start; RTC memory outlives deep sleep alone.
import type { BufferChanged, MessageStep } from '../../events.ts';
import type { Packet } from '../../mqtt/packet.ts';
import { encodeUtf8 } from '../../mqtt/utf8.ts';
import type { ProgramScenario, PublishingScenario } from '../../program.ts';
import type { Run } from '../../run.ts';
import type { ClientHabits } from '../clients/habits.ts';
import { OfflineBuffer } from '../offlineBuffer.ts';
import type { Lifetime } from './lifetime.ts';
import type { ProgramClient } from './programClient.ts';
import { ProgramOutbox, payloadOf } from './programOutbox.ts';

export interface ReadingsNeeds {
  readonly run: Run;
  readonly program: ProgramScenario;
  readonly publishing: PublishingScenario;
  readonly habits: ClientHabits;
  readonly say: (text: string) => void;
  /** Something is under way, or nothing is any more. */
  readonly onBusy: () => void;
}

/** What a start of the program has. */
interface Start {
  readonly life: Lifetime;
  readonly client: ProgramClient;
  readonly outbox: ProgramOutbox;
  /** Number of the last reading when it began. */
  readonly after: number;
}

const WORDS: Readonly<Record<'kept' | 'droppedOldest' | 'droppedNewest' | 'refused', string>> = {
  kept: 'kept',
  droppedOldest: 'kept, the oldest dropped',
  droppedNewest: 'dropped, full',
  refused: 'refused, full',
};

export class Readings {
  readonly #needs: ReadingsNeeds;
  readonly #buffer: OfflineBuffer<number> | null;
  #start: Start | null = null;
  #made = 0;
  /** The next from the buffer goes when its time has come. */
  #draining = false;

  constructor(needs: ReadingsNeeds) {
    this.#needs = needs;
    const { offlineBuffer } = needs.program;
    this.#buffer = offlineBuffer === null ? null : new OfflineBuffer(offlineBuffer, recordBytes(needs.publishing));
  }

  begin(life: Lifetime, client: ProgramClient): void {
    const { habits, publishing } = this.#needs;
    const outbox = new ProgramOutbox(habits, publishing, life, {
      send: (packet) => client.send(packet),
      nextPacketId: () => client.nextPacketId(),
      tell: (message, step) => this.#tell(message, step),
    });
    this.#start = { life, client, outbox, after: this.#made };
    life.after(publishing.firstAfterMs, () => this.#make(life));
  }

  /** The start is over, with all that was in RAM; the buffer keeps what its memory keeps. */
  end(why: 'power' | 'reset' | 'sleep'): void {
    this.#start?.outbox.forget();
    this.#start = null;
    this.#draining = false;
    if (this.#buffer === null) return;
    const forgotten = why === 'power' ? this.#buffer.losePower() : this.#buffer.loseRam();
    if (forgotten.length === 0) return;
    for (const message of forgotten) this.#tell(message, 'discarded');
    this.#tellBuffer('forgotten', null);
  }

  /** Messages are under way or about to be, or the reading of this start is still to come. */
  get isBusy(): boolean {
    const { publishing } = this.#needs;
    if (this.#start === null) return false;
    const owed = this.#made === this.#start.after && this.#made < publishing.count;
    return owed || this.isSending;
  }

  get isSending(): boolean {
    return this.#draining || (this.#start?.outbox.busy ?? 0) > 0;
  }

  connected(sessionPresent: boolean, receiveMaximum: number | undefined): void {
    this.#start?.outbox.resume(sessionPresent, receiveMaximum);
    this.#drain();
  }

  disconnected(): void {
    this.#start?.outbox.pause();
  }

  answer(packet: Packet): void {
    this.#start?.outbox.receive(packet);
    this.#needs.onBusy();
  }

  #make(life: Lifetime): void {
    const { publishing } = this.#needs;
    if (this.#made >= publishing.count) return;
    this.#made++;
    this.#tell(this.#made, 'made');
    life.after(publishing.everyMs, () => this.#make(life));
    this.#publish(this.#made);
    this.#needs.onBusy();
  }

  /** While older ones wait in the buffer it goes behind them: order counts. */
  #publish(message: number): void {
    if (this.#buffer !== null && (this.#buffer.held > 0 || this.#start?.client.isConnected !== true))
      return this.#keep(this.#buffer, message);
    if (this.#start?.outbox.publish(message) === true) return;
    this.#tell(message, 'discarded');
    this.#needs.say(`publish ${message}: false`);
  }

  #keep(buffer: OfflineBuffer<number>, message: number): void {
    const { change, dropped } = buffer.keep(message);
    this.#tellBuffer(change, message);
    if (dropped !== null) this.#tell(dropped, 'discarded');
    this.#needs.say(`buffer: reading ${message} ${WORDS[change]}; ${buffer.held} wait`);
    this.#drain();
  }

  /** What waits goes out, oldest first, each at its interval. When the library gives one back it stays, and with it those behind it. */
  #drain(): void {
    const { offlineBuffer } = this.#needs.program;
    const start = this.#start;
    if (this.#draining || this.#buffer === null || offlineBuffer === null || start === null) return;
    for (;;) {
      const message = this.#buffer.peek();
      if (message === undefined || !start.client.isConnected || !start.outbox.publish(message)) return;
      this.#buffer.take();
      this.#tellBuffer('handedOver', message);
      if (offlineBuffer.drainEveryMs > 0) break;
    }
    this.#draining = true;
    start.life.after(offlineBuffer.drainEveryMs, () => {
      this.#draining = false;
      this.#drain();
      this.#needs.onBusy();
    });
  }

  #tell(message: number, step: MessageStep['step']): void {
    const { run, program } = this.#needs;
    run.tell({ kind: 'message', at: run.now, client: program.name, message, step });
  }

  #tellBuffer(change: BufferChanged['change'], message: number | null): void {
    const { run, program } = this.#needs;
    run.tell({ kind: 'buffer', at: run.now, client: program.name, change, message, held: this.#buffer?.held ?? 0 });
  }
}

/** What one message takes in memory: topic and payload with their closing zeros, a byte for the QoS. */
export function recordBytes(publishing: PublishingScenario): number {
  return encodeUtf8(publishing.topicName).length + 1 + payloadOf(publishing, publishing.count).length + 1 + 1;
}
