// The lab's knobs, and the scenario that they make.
import { type ProtocolVersion, RANDOM_IDS_DEFAULTS, randomIds, type Scenario } from '#simulations';
import { choiceKnob, type KnobSpecs, numberKnob } from '../../state/knobs.ts';

export interface OrphanKnobs {
  readonly protocolVersion: ProtocolVersion;
  /** A new one at each start, or one from the MAC address. */
  readonly ids: 'random' | 'stable';
  /** 3.1.1 only: clean session. */
  readonly clean: 'off' | 'on';
  /** 5.0 only: Session Expiry Interval, in seconds. */
  readonly expiry: 'never' | '5' | '30' | '300';
  /** `persistent_client_expiration`. */
  readonly expiration: 'none' | '1h';
  /** The last one included. */
  readonly starts: number;
  readonly messages: number;
  readonly payloadBytes: number;
}

// At most so many starts and messages that all events of a run come to the page at once.
export const KNOBS = {
  protocolVersion: choiceKnob('version', ['3.1.1', '5.0']),
  ids: choiceKnob('ids', ['random', 'stable']),
  clean: choiceKnob('clean', ['off', 'on']),
  expiry: choiceKnob('expiry', ['never', '5', '30', '300']),
  expiration: choiceKnob('expiration', ['none', '1h']),
  starts: numberKnob('starts', { minimum: 1, maximum: 200, standard: RANDOM_IDS_DEFAULTS.starts }),
  messages: numberKnob('messages', { minimum: 0, maximum: 30, standard: RANDOM_IDS_DEFAULTS.messages }),
  payloadBytes: numberKnob('payload', { minimum: 10, maximum: 1_000, standard: RANDOM_IDS_DEFAULTS.payloadBytes }),
} satisfies KnobSpecs<OrphanKnobs>;

const FOR_EVER_SECONDS = 0xffff_ffff;
const HOUR_SECONDS = 3_600;
/** The broker looks once a second, and so does `$SYS`. */
const A_LITTLE_SECONDS = 4;

export function orphanScenario(knobs: OrphanKnobs): Scenario {
  const { protocolVersion, starts, messages, payloadBytes } = knobs;
  const five = protocolVersion === '5.0';
  const expirySeconds = five && knobs.expiry !== 'never' ? Number(knobs.expiry) : null;
  const waits = Math.max(expirySeconds ?? 0, knobs.expiration === '1h' ? HOUR_SECONDS : 0);
  return randomIds({
    protocolVersion,
    clientIds: knobs.ids,
    cleanStart: !five && knobs.clean === 'on',
    sessionExpirySeconds: expirySeconds ?? FOR_EVER_SECONDS,
    persistentClientExpiration: knobs.expiration === 'none' ? null : knobs.expiration,
    starts,
    messages,
    payloadBytes,
    afterwardsMs: (waits + A_LITTLE_SECONDS) * 1_000,
  });
}
