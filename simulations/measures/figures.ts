// Figures of one device's run: what the screen shows in a column, folded over the run's events.
import type { Microseconds } from '../engine/time.ts';
import type { RunEvent } from '../events.ts';
import type { DeviceScenario, QoS } from '../scenario.ts';
import { type EnergyMillijoules, EnergyUse } from './energyUse.ts';
import { MessageFates } from './messageFates.ts';

export interface DeviceFigures {
  readonly device: string;
  readonly qos: QoS;
  /** Messages that the device has put on its link at least once. */
  readonly sent: number;
  /** Distinct messages that the subscriber's application was given. */
  readonly delivered: number;
  /** Messages that nobody got and nobody will: given up or never repeated, with no packet of theirs under way. */
  readonly lost: number;
  /** Copies given to the subscriber's application beyond the first. */
  readonly duplicates: number;
  /** Messages acknowledged to the device (QoS 1 and 2), and those it gave up. */
  readonly acknowledged: number;
  readonly gaveUp: number;
  /** Packets of the message exchanges put on the device's link by either side, lost ones included. */
  readonly packets: number;
  readonly packetsLost: number;
  /** MQTT bytes of those packets. */
  readonly bytes: number;
  /** First PUBLISH; `null` before. */
  readonly publishingFrom: Microseconds | null;
  /** From the first PUBLISH until the device expected no more answers and nothing was left under way to it or to the subscriber. `null` until then. */
  readonly settledAfter: Microseconds | null;
  /** Since power-on, deep sleep apart. Millijoules. */
  readonly energyMillijoules: EnergyMillijoules;
}

/** Folds the events of a run into the figures of one device. */
export class FiguresFold {
  readonly #device: DeviceScenario;
  #fates = new MessageFates();
  #energy = new EnergyUse();
  #count = { acknowledged: 0, gaveUp: 0, packets: 0, packetsLost: 0, bytes: 0 };
  #publishingFrom: Microseconds | null = null;
  /** Message of each packet on a link now. */
  #underWay = new Map<number, number>();

  constructor(device: DeviceScenario) {
    this.#device = device;
  }

  add(event: RunEvent): void {
    const { name } = this.#device;
    switch (event.kind) {
      case 'packetSent':
        if (event.client === name && event.direction === 'uplink') this.#energy.transmitted(event.bytes.length);
        if (event.device !== name || event.message === null) return;
        // Of the subscriber's link only a PUBLISH can still change what is delivered.
        if (event.client !== name && event.type !== 'PUBLISH') return;
        this.#underWay.set(event.packet, event.message);
        this.#fates.packetSent(event.message, event.at);
        if (event.client === name) {
          this.#count.packets++;
          this.#count.bytes += event.bytes.length;
        }
        return;
      case 'segmentResent':
        if (event.client === name && event.direction === 'uplink') this.#energy.transmitted(event.carried);
        return;
      case 'packetArrived':
      case 'packetLost': {
        const message = this.#underWay.get(event.packet);
        if (message === undefined) return;
        this.#underWay.delete(event.packet);
        this.#fates.packetEnded(message, event.at);
        if (event.kind === 'packetLost' && event.client === name) this.#count.packetsLost++;
        return;
      }
      case 'message':
        if (event.client === name) this.#messageStep(event.message, event.step, event.at);
        return;
      case 'delivered':
        if (event.device === name) this.#fates.copyDelivered(event.message, event.at);
        return;
      case 'power':
        if (event.client === name) this.#energy.enter(event.state, event.at);
        return;
      default:
        return;
    }
  }

  /** As of `at`, which must not lie before the last event added. */
  figures(at: Microseconds): DeviceFigures {
    const { sent, delivered, lost, duplicates, settled, lastSettledAt } = this.#fates;
    const from = this.#publishingFrom;
    const done = settled === this.#device.messages && from !== null && lastSettledAt !== null;
    return {
      device: this.#device.name,
      qos: this.#device.qos,
      sent,
      delivered,
      lost,
      duplicates,
      ...this.#count,
      publishingFrom: from,
      settledAfter: done ? ((lastSettledAt - from) as Microseconds) : null,
      energyMillijoules: this.#energy.upTo(at),
    };
  }

  clone(): FiguresFold {
    const copy = new FiguresFold(this.#device);
    copy.#fates = this.#fates.clone();
    copy.#energy = this.#energy.clone();
    copy.#count = { ...this.#count };
    copy.#publishingFrom = this.#publishingFrom;
    copy.#underWay = new Map(this.#underWay);
    return copy;
  }

  #messageStep(message: number, step: string, at: Microseconds): void {
    if (step === 'published') {
      this.#publishingFrom ??= at;
      this.#fates.published(message);
      return;
    }
    if (step === 'acknowledged') this.#count.acknowledged++;
    if (step === 'gaveUp') this.#count.gaveUp++;
    this.#fates.closed(message, at);
  }
}
