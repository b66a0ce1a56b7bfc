// The subscriber: an always-on client that subscribes once, receives, acknowledges at once and counts copies. It is the receiver's half of QoS 1 and 2.
import type { ConnectionStep } from '../events.ts';
import type { Packet, PublishPacket } from '../mqtt/packet.ts';
import { Wire } from '../network/wire.ts';
import type { Run } from '../run.ts';
import type { SubscriberScenario } from '../scenario.ts';
import { readPayload } from './payload.ts';

/** From here on a SUBACK code is a refusal. [v3.1.1 §3.9.3] */
const FIRST_REFUSAL_CODE = 0x80;

export class Reader {
  readonly #run: Run;
  readonly #subscriber: SubscriberScenario;
  readonly #wire: Wire;
  readonly #ready: () => void;
  readonly #copies = new Map<string, number>();
  /** QoS 2 messages received and not released yet: a PUBLISH with such an id is the same message again [v3.1.1 MQTT-4.3.3-2]. */
  readonly #unreleased = new Set<number>();
  #settled = false;

  /** @param ready called once: the subscription stands, or never will. */
  constructor(run: Run, subscriber: SubscriberScenario, address: string, ready: () => void) {
    this.#run = run;
    this.#subscriber = subscriber;
    this.#ready = ready;
    this.#wire = new Wire(
      run,
      { name: subscriber.name, address, link: subscriber.link, version: run.scenario.protocolVersion, stack: 'linux' },
      { onOpen: () => this.#connect(), onPacket: (packet) => this.#receive(packet), onLost: () => this.#over('lost', null) },
    );
  }

  start(): void {
    this.#tell('connecting', null);
    this.#wire.open();
  }

  #connect(): void {
    this.#wire.send({ type: 'CONNECT', clientId: this.#subscriber.clientId, cleanStart: true, keepAliveSeconds: 0 });
  }

  #receive(packet: Packet): void {
    switch (packet.type) {
      case 'CONNACK':
        return this.#connack(packet.returnCode ?? packet.reasonCode ?? 0, packet.sessionPresent);
      case 'SUBACK': {
        const code = packet.reasonCodes[0] ?? FIRST_REFUSAL_CODE;
        if (code >= FIRST_REFUSAL_CODE) this.#over('refused', code);
        else this.#readyNow();
        return;
      }
      case 'PUBLISH':
        return this.#publish(packet);
      case 'PUBREL':
        this.#unreleased.delete(packet.packetId);
        return this.#wire.send({ type: 'PUBCOMP', packetId: packet.packetId });
      default:
        return;
    }
  }

  #connack(code: number, sessionPresent: boolean): void {
    if (code !== 0) return this.#over('refused', code);
    this.#tell('connected', code, sessionPresent);
    const { topicFilter, qos } = this.#subscriber;
    this.#wire.send({ type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ topicFilter, qos }] });
  }

  #publish(packet: PublishPacket): void {
    const { packetId, qos } = packet;
    if (packetId === undefined || qos === 0) return this.#deliver(packet);
    if (qos === 1) {
      this.#deliver(packet);
      return this.#wire.send({ type: 'PUBACK', packetId });
    }
    if (!this.#unreleased.has(packetId)) {
      this.#unreleased.add(packetId);
      this.#deliver(packet);
    }
    return this.#wire.send({ type: 'PUBREC', packetId });
  }

  #deliver({ topicName, payload }: PublishPacket): void {
    const message = readPayload(payload);
    const device = this.#run.deviceOfTopic(topicName);
    if (message === null || device === null) return;
    const key = `${topicName} ${message}`;
    const copy = (this.#copies.get(key) ?? 0) + 1;
    this.#copies.set(key, copy);
    this.#run.tell({ kind: 'delivered', at: this.#run.now, client: this.#subscriber.name, topicName, device, message, copy });
  }

  #over(step: 'lost' | 'refused', code: number | null): void {
    this.#tell(step, code);
    this.#readyNow();
  }

  #readyNow(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#ready();
  }

  #tell(step: ConnectionStep['step'], code: number | null, sessionPresent: boolean | null = null): void {
    this.#run.tell({ kind: 'connection', at: this.#run.now, client: this.#subscriber.name, step, code, sessionPresent });
  }
}
