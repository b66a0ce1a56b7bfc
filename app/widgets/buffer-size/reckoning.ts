// Everything that the page says of one setting, reckoned at once; and the values of its chart.
import { COUNTER_BYTES } from '#content';
import {
  type BufferFit,
  bufferFit,
  drainSeconds,
  flashYears,
  type OfflineBufferScenario,
  overflowOf,
  type RecordLayout,
  readingsDuring,
  recordLayout,
  recordsPerYear,
  SIGNAL_LOSS_NOTICED_MS,
  slotsLastSeconds,
} from '#simulations';
import type { BufferValues } from './knobs.ts';

/** PubSubClient.h, MQTT_MAX_PACKET_SIZE, MQTT_MAX_HEADER_SIZE, and the length of the topic. Bytes. */
const PUB_SUB_CLIENT_PACKET = 256;
const PUB_SUB_CLIENT_OVERHEAD = 5 + 2;
export const PUB_SUB_CLIENT_MOST = PUB_SUB_CLIENT_PACKET - PUB_SUB_CLIENT_OVERHEAD;

export interface Reckoning {
  readonly layout: RecordLayout;
  /** Readings of one outage. */
  readonly readings: number;
  /** For all of them, records alone. Bytes. */
  readonly bytesForAll: number;
  /** Of all of them, in each place. */
  readonly fitForAll: Readonly<Record<BufferValues['place'], boolean>>;
  /** Of the slots chosen, in the place chosen; in RAM and RTC memory the counters count. */
  readonly fit: BufferFit;
  readonly held: number;
  readonly lost: number;
  /** Seconds. */
  readonly lasts: number;
  /** Seconds; `null`: it never empties. */
  readonly drain: number | null;
  /** Years; `null`: the buffer is not in flash. */
  readonly flash: number | null;
  /** Sent into the void before the chip is told that its Wi-Fi is gone. Readings, on average. */
  readonly unnoticed: number;
  readonly topicTooLong: boolean;
  readonly payloadTooLong: boolean;
  /** Topic and payload together are more than PubSubClient sends as it comes. */
  readonly packetTooLong: boolean;
}

export function bufferOf({ place, slots, whenFull, drainRate }: BufferValues): OfflineBufferScenario {
  return { place, slots, whenFull, drainEveryMs: 1_000 / drainRate };
}

function fitOf(buffer: OfflineBufferScenario, recordBytes: number): BufferFit {
  const fit = bufferFit(buffer, recordBytes);
  const neededBytes = fit.neededBytes + (buffer.place === 'flash' ? 0 : COUNTER_BYTES);
  return { ...fit, neededBytes, fits: neededBytes <= fit.availableBytes };
}

export function reckon(values: BufferValues): Reckoning {
  const { outage, rate, slots, whenFull, drainRate, place, form, topicBytes, payloadBytes, topicRoom, payloadRoom, outagesPerYear } =
    values;
  const layout = recordLayout(values);
  const readings = readingsDuring(rate, outage);
  const held = Math.min(readings, slots);
  const all = (where: BufferValues['place']) => fitOf({ ...bufferOf(values), place: where, slots: readings }, layout.bytes).fits;
  const kept = recordsPerYear(readings, slots, whenFull, outagesPerYear);
  return {
    layout,
    readings,
    bytesForAll: readings * layout.bytes,
    fitForAll: { ram: all('ram'), rtc: all('rtc'), flash: all('flash') },
    fit: fitOf(bufferOf(values), layout.bytes),
    held,
    lost: overflowOf(readings, slots),
    lasts: slotsLastSeconds(slots, rate),
    drain: drainSeconds({ held, ratePerSecond: rate, drainPerSecond: drainRate }),
    flash: place === 'flash' ? flashYears(kept, layout.bytes) : null,
    unnoticed: rate * Math.min(outage, SIGNAL_LOSS_NOTICED_MS / 1_000),
    topicTooLong: form === 'slots' && topicBytes >= topicRoom,
    payloadTooLong: form === 'slots' && payloadBytes >= payloadRoom,
    packetTooLong: topicBytes + payloadBytes > PUB_SUB_CLIENT_MOST,
  };
}

export interface BufferCurves {
  readonly xs: readonly number[];
  readonly slots: readonly number[];
  readonly packed: readonly number[];
  readonly to: number;
}

const POINTS = 60;
const LEAST_OUTAGE = 10;
const USUAL_MOST = 30 * 86_400;

/** Bytes for every reading of an outage, over outages from 10 s on, in both forms. */
export function curves(values: BufferValues): BufferCurves {
  const { outage, rate } = values;
  const most = Math.max(USUAL_MOST, outage);
  const all = Array.from({ length: POINTS }, (_, index) => Math.round(LEAST_OUTAGE * (most / LEAST_OUTAGE) ** (index / (POINTS - 1))));
  const xs = [...new Set([...all, outage])].sort((a, b) => a - b);
  const of = (form: BufferValues['form']) => {
    const { bytes } = recordLayout({ ...values, form });
    return xs.map((x) => readingsDuring(rate, x) * bytes);
  };
  return { xs, slots: of('slots'), packed: of('packed'), to: 10 ** Math.ceil(Math.log10(most)) };
}
