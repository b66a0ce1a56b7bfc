// The lab's knobs, and the scenario that they make.
import {
  type ProtocolVersion,
  type QoS,
  type Scenario,
  WILL_DELIVERY_DEFAULTS as STANDARD,
  type WillEnding,
  willDelivery,
} from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

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

export const KNOBS = {
  protocolVersion: choiceKnob('version', ['3.1.1', '5.0']),
  ending: choiceKnob('end', ENDINGS),
  keepAliveSeconds: numberKnob('keepalive', { minimum: 0, maximum: 120, standard: STANDARD.keepAliveSeconds }),
  backAfterSeconds: numberKnob('back', { minimum: 0, maximum: 120, standard: 0 }),
  runsUntil: choiceKnob('until', ['will', 'tcp']),
  cleanSession: choiceKnob('clean', ['on', 'off']),
  sessionExpirySeconds: numberKnob('expiry', { minimum: 0, maximum: 300, standard: STANDARD_EXPIRY_SECONDS }),
  willDelaySeconds: numberKnob('delay', { minimum: 0, maximum: 120, standard: STANDARD.willDelaySeconds }),
  willQos: choiceKnob('qos', ['0', '1', '2'], String(STANDARD.willQos)),
  willRetain: choiceKnob('retain', ['off', 'on']),
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
