// Packets and bytes of one message on one hop that loses each packet with probability p on its own, q = 1 - p; what is unanswered is sent again without limit, at most once a
// connection. One exchange succeeds with s = q^2; before that it fails N times, E N = (1 - s)/s, Var N = (1 - s)/s^2, and a failed one has its answer under way with b = q/(1 + q).
//   packets   QoS 0: 1          QoS 1: (1 + q)/q^2, without loss 2          QoS 2: twice that, without loss 4
//   bytes     of an exchange whose request has R bytes and whose answer has A: E = R/q^2 + A/q, Var = E N A^2 b (1 - b) + Var N (R + b A)^2
//   PUBLISH   2 + 2 + T + L bytes, 2 more for the packet id above QoS 0, 1 more in 5.0 for its properties; further bytes where a length passes 127, 16,383, 2,097,151
//   answers   PUBACK, PUBREC, PUBREL, PUBCOMP: 4 each (in 5.0 too, where all is well); around every packet at least 40 of TCP and IPv4
// Worked example: topic 9, payload 15, p = 0: 28, 34 and 42 bytes; with TCP/IP 68, 114 and 202. p = 0.2: 1, 2.8125 and 5.625 packets.
import { assert } from '../engine/assert.ts';
import type { ProtocolVersion, QoS } from '../mqtt/packet.ts';
import type { Spread } from './spread.ts';

/** TCP and IPv4 headers without options, of each packet by itself. Bare acknowledgements of TCP come on top. */
export const TCP_IP_HEADER_BYTES = 40;

export interface HopTrafficSetting {
  /** At which the message crosses this hop. */
  readonly qos: QoS;
  /** p, 0 to below 1, of every packet. */
  readonly lossRatio: number;
  /** Of the topic's name in UTF-8, 1 to 65,535. */
  readonly topicBytes: number;
  readonly payloadBytes: number;
  readonly protocolVersion: ProtocolVersion;
}

export interface HopTraffic {
  /** Both directions, lost ones included. */
  readonly packets: Spread;
  /** MQTT bytes of those packets. */
  readonly bytes: Spread;
  /** One PUBLISH. */
  readonly publishBytes: number;
  /** How often PUBLISH is sent, on average. */
  readonly publishes: number;
}

const ANSWER_BYTES = 4;

/** Bytes of a PUBLISH without properties. The payload is not written out: sizes up to MQTT's limit cost nothing. */
export function publishBytes({ qos, topicBytes, payloadBytes, protocolVersion }: Omit<HopTrafficSetting, 'lossRatio'>): number {
  const rest = 2 + topicBytes + (qos === 0 ? 0 : 2) + (protocolVersion === '5.0' ? 1 : 0) + payloadBytes;
  const lengthBytes = rest < 128 ? 1 : rest < 16_384 ? 2 : rest < 2_097_152 ? 3 : 4;
  return 1 + lengthBytes + rest;
}

/** Of one exchange, where request and answer weigh so much: their bytes, or 1 and 1 for packets. */
function exchange(request: number, answer: number, p: number): { readonly mean: number; readonly variance: number } {
  const q = 1 - p;
  const s = q * q;
  const failures = (1 - s) / s;
  const answered = q / (1 + q);
  return {
    mean: request / s + answer / q,
    variance: failures * answer ** 2 * answered * (1 - answered) + (failures / s) * (request + answered * answer) ** 2,
  };
}

function crossing(qos: QoS, request: number, answer: number, p: number): Spread {
  if (qos === 0) return { mean: request, standardDeviation: 0 };
  const first = exchange(request, answer, p);
  if (qos === 1) return { mean: first.mean, standardDeviation: Math.sqrt(first.variance) };
  const second = exchange(answer, answer, p);
  return { mean: first.mean + second.mean, standardDeviation: Math.sqrt(first.variance + second.variance) };
}

export function hopTraffic(setting: HopTrafficSetting): HopTraffic {
  const { qos, lossRatio } = setting;
  assert(lossRatio >= 0 && lossRatio < 1, `loss ratio out of range: ${lossRatio}`);
  const publish = publishBytes(setting);
  return {
    packets: crossing(qos, 1, 1, lossRatio),
    bytes: crossing(qos, publish, ANSWER_BYTES, lossRatio),
    publishBytes: publish,
    publishes: qos === 0 ? 1 : 1 / (1 - lossRatio) ** 2,
  };
}

/** Of something that happens a random number of times, each time on its own: E = E_n E_x, Var = E_n Var_x + Var_n E_x^2. */
export function compounded(times: { readonly mean: number; readonly variance: number }, each: Spread): Spread {
  return {
    mean: times.mean * each.mean,
    standardDeviation: Math.sqrt(times.mean * each.standardDeviation ** 2 + times.variance * each.mean ** 2),
  };
}
