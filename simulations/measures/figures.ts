// Figures of one device's run: what the screen shows in a column. Types only; the folds beside this file fill them.
import type { Microseconds } from '../engine/time.ts';
import type { QoS } from '../scenario.ts';

export interface DeviceFigures {
  readonly device: string;
  readonly qos: QoS;
  /** Messages that the application handed over so far. */
  readonly sent: number;
  /** Distinct messages that a subscriber's application was given. */
  readonly delivered: number;
  /** Messages that can no longer arrive: settled and not delivered. */
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
  /** From the first PUBLISH until the last message was settled and the last copy delivered. `null` until then. */
  readonly settledAfter: Microseconds | null;
  /** First PUBLISH; `null` before. */
  readonly publishingFrom: Microseconds | null;
  /** Energy since power-on, by state. Millijoules. */
  readonly energyMillijoules: { readonly boot: number; readonly associate: number; readonly listen: number; readonly transmit: number; readonly total: number };
}
