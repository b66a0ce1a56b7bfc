// For tests: one connection over a link whose losses are told segment by segment, with a program at each end that only writes down what happens.
import type { BrokerConnection, RunBroker } from '../../broker/runBroker.ts';
import type { RandomStream } from '../../engine/random.ts';
import { fromMilliseconds, toMilliseconds } from '../../engine/time.ts';
import type { Direction, RunEvent } from '../../events.ts';
import { Run } from '../../run.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import { Lane } from '../link.ts';
import type { Connection } from '../transport.ts';
import { LINUX, LWIP_ON_ESP32, type TcpStack } from './stacks.ts';
import { TcpTransport } from './tcpTransport.ts';

export interface TcpBenchSetting {
  readonly link?: Partial<LinkScenario>;
  /** Which segments are lost, by their number in each direction, from 0 (SYN and SYN-ACK). */
  readonly lose?: Partial<Record<Direction, readonly number[]>>;
  /** Chance instead of a list, where given. */
  readonly chance?: (direction: Direction) => RandomStream;
  readonly client?: TcpStack;
  /** The broker is there, and wants the connection. Default `true`. */
  readonly accepts?: boolean;
}

const SCENARIO: Scenario = { seed: 1, protocolVersion: '3.1.1', brokerConfig: '', devices: [], subscribers: [] };

export class TcpBench {
  readonly run: Run;
  readonly transport: TcpTransport;
  readonly connection: Connection;
  /** `at` in milliseconds: what the programs saw, `open`, `lost`, `broker closed`, `up 1`, `down 2 lost`. */
  readonly seen: string[] = [];
  readonly order: Record<Direction, number[]> = { uplink: [], downlink: [] };
  readonly #told: RunEvent[] = [];
  #broker: BrokerConnection | null = null;

  constructor({ link = {}, lose = {}, chance, client = LWIP_ON_ESP32, accepts = true }: TcpBenchSetting = {}) {
    const accept = (): BrokerConnection | null => {
      if (!accepts) return null;
      this.#broker = { send: () => undefined, close: () => this.#see('broker closed'), onData: null, onClose: null };
      return this.#broker;
    };
    this.run = new Run(SCENARIO, { advanceTo: () => undefined, connect: accept } as unknown as RunBroker);
    const full: LinkScenario = { delayMs: 10, jitterMs: 0, lossRatio: 0.5, rateBitsPerSecond: null, ...link };
    const lane = (direction: Direction) => new Lane(full, chance?.(direction) ?? listed(lose[direction] ?? []));
    const lanes = { uplink: lane('uplink'), downlink: lane('downlink') };
    this.transport = new TcpTransport(this.run, lanes, {
      name: 'device',
      address: '192.0.2.1',
      stacks: { uplink: client, downlink: LINUX },
    });
    this.connection = this.transport.connect({
      onOpen: () => this.#see('open'),
      onLost: () => this.#see('lost'),
      onBrokerData: () => undefined,
    });
  }

  at(ms: number, action: () => void): this {
    this.run.queue.at(fromMilliseconds(ms), action);
    return this;
  }

  /** A packet of `bytes` from `direction`'s sender. */
  send(ms: number, direction: Direction, number: number, bytes = 30): this {
    return this.at(ms, () => {
      const name = `${direction === 'uplink' ? 'up' : 'down'} ${number}`;
      this.connection.send(direction, {
        bytes,
        spared: false,
        onDecided: () => undefined,
        onEnd: (lost) => {
          if (!lost) this.order[direction].push(number);
          this.#see(lost ? `${name} lost` : name);
        },
      });
    });
  }

  /** The broker's program ends the connection. */
  brokerCloses(ms: number): this {
    return this.at(ms, () => this.#broker?.onClose?.());
  }

  /** Runs until nothing is left to happen. */
  go(): this {
    for (let next = this.run.queue.take(); next !== undefined; next = this.run.queue.take()) {
      this.run.advanceTo(next.at);
      next.action();
      this.#told.push(...this.run.takeTold());
    }
    return this;
  }

  /** `1250 uplink syn timeout 1`: what was sent again. */
  get resent(): string[] {
    return this.#told.flatMap((event) =>
      event.kind === 'segmentResent'
        ? [`${toMilliseconds(event.at)} ${event.direction} ${event.segment} ${event.cause} ${event.count}`]
        : [],
    );
  }

  #see(what: string): void {
    this.seen.push(`${toMilliseconds(this.run.now)} ${what}`);
  }
}

/** Loses the draws with these numbers. */
function listed(numbers: readonly number[]): RandomStream {
  let drawn = 0;
  return { chance: () => numbers.includes(drawn++), next: () => 0, fill: () => undefined };
}
