// The lab's knobs, and the scenario that they make.
import {
  type ProtocolVersion,
  type QoS,
  type Scenario,
  WILL_DELIVERY_DEFAULTS as STANDARD,
  type WillEnding,
  willDelivery,
} from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

type OnOff = 'on' | 'off';

export interface WillKnobs {
  readonly protocolVersion: ProtocolVersion;
  readonly ending: WillEnding;
  /** Seconds; 0: off. */
  readonly keepAliveSeconds: number;
  /** Seconds; 0: the device stays away. */
  readonly backAfterSeconds: number;
  /** For a cable that stays out. */
  readonly runsUntil: 'will' | 'tcp';
  /** 3.1.1 only. */
  readonly cleanSession: OnOff;
  /** 5.0 only. Seconds. */
  readonly sessionExpirySeconds: number;
  /** 5.0 only. Seconds. */
  readonly willDelaySeconds: number;
  readonly willQos: '0' | '1' | '2';
  readonly willRetain: OnOff;
}

/** The most telling first. */
export const ENDINGS: readonly WillEnding[] = [
  'cable',
  'drop',
  'disconnect',
  'disconnectWithWill',
  'takeOver',
  'secondConnect',
  'invalidPacket',
];

/** Longer than its delay, so that the delay counts. */
const STANDARD_EXPIRY_SECONDS = 60;

const choice = (parameter: string, options: readonly string[], standard = options[0] ?? ''): ChoiceKnob => ({
  kind: 'choice',
  parameter,
  options,
  standard,
});
const number = (parameter: string, maximum: number, standard: number): NumberKnob => ({
  kind: 'number',
  parameter,
  minimum: 0,
  maximum,
  step: 1,
  standard,
  shownPer: 1,
});

export const KNOBS = {
  protocolVersion: choice('version', ['3.1.1', '5.0']),
  ending: choice('end', ENDINGS),
  keepAliveSeconds: number('keepalive', 120, STANDARD.keepAliveSeconds),
  backAfterSeconds: number('back', 120, 0),
  runsUntil: choice('until', ['will', 'tcp']),
  cleanSession: choice('clean', ['on', 'off']),
  sessionExpirySeconds: number('expiry', 300, STANDARD_EXPIRY_SECONDS),
  willDelaySeconds: number('delay', 120, STANDARD.willDelaySeconds),
  willQos: choice('qos', ['0', '1', '2'], String(STANDARD.willQos)),
  willRetain: choice('retain', ['off', 'on']),
} satisfies KnobSpecs<WillKnobs>;

export function willScenario({ backAfterSeconds, runsUntil, cleanSession, willQos, willRetain, ...knobs }: WillKnobs): Scenario {
  return willDelivery({
    ...knobs,
    backAfterSeconds: backAfterSeconds === 0 ? null : backAfterSeconds,
    untilTcpGivesUp: backAfterSeconds === 0 && runsUntil === 'tcp',
    cleanSession: cleanSession === 'on',
    willQos: Number(willQos) as QoS,
    willRetain: willRetain === 'on',
  });
}
