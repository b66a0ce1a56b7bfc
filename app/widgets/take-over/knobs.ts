// The lab's knobs, and the scenario that they make: the take-over of one connection, or two devices that connect again whenever they are thrown out.
import { clientIdOfMac, type MacForm, PING_PONG_DEFAULTS, type ProtocolVersion, pingPong, type Scenario, takeOver } from '#simulations';
import { choiceKnob, type KnobSpecs, type NumberKnob } from '../../state/knobs.ts';

type OnOff = 'on' | 'off';

export interface TakeOverKnobs {
  readonly protocolVersion: ProtocolVersion;
  /** Whether both are `valve-07`, have an id each, or make theirs from the MAC address of their chip. */
  readonly ids: 'same' | 'own' | 'fromMac';
  /** For `ids` `fromMac`: what the sketch takes of it, and which chips the two have. */
  readonly macForm: MacForm;
  readonly chips: 'oneReel' | 'twoBlocks';
  /** What both do when their connection is lost. */
  readonly afterwards: 'stay' | 'again';
  /** Clean session (3.1.1), clean start (5.0); for `afterwards` `stay`. */
  readonly firstClean: OnOff;
  readonly secondClean: OnOff;
  /** For `afterwards` `again`. Milliseconds. */
  readonly reconnectAfterMs: number;
}

const reconnectAfterMs: NumberKnob = {
  kind: 'number',
  parameter: 'wait',
  minimum: 50,
  maximum: 5_000,
  step: 50,
  standard: PING_PONG_DEFAULTS.reconnectAfterMs,
  shownPer: 1,
};

export const KNOBS = {
  protocolVersion: choiceKnob('version', ['3.1.1', '5.0']),
  ids: choiceKnob('ids', ['same', 'own', 'fromMac']),
  macForm: choiceKnob('form', ['firstThreeBytes', 'lastThreeBytes', 'efuseReversed', 'wholeMac']),
  chips: choiceKnob('chips', ['oneReel', 'twoBlocks']),
  afterwards: choiceKnob('afterwards', ['stay', 'again']),
  firstClean: choiceKnob('first', ['on', 'off']),
  secondClean: choiceKnob('second', ['on', 'off']),
  reconnectAfterMs,
} satisfies KnobSpecs<TakeOverKnobs>;

/** Two chips from one reel; and two whose makers' blocks, both Espressif's, happen to have counted alike. */
const MAC_ADDRESSES = {
  oneReel: { first: '24:0a:c4:12:34:56', second: '24:0a:c4:12:34:57' },
  twoBlocks: { first: '24:0a:c4:12:34:56', second: '30:ae:a4:12:34:56' },
} as const;

export interface RivalIds {
  readonly first: string;
  readonly second: string;
}

/** What the two go by. */
export function idsOf({ ids, macForm: form, chips }: Pick<TakeOverKnobs, 'ids' | 'macForm' | 'chips'>): RivalIds {
  if (ids === 'same') return { first: 'valve-07', second: 'valve-07' };
  if (ids === 'own') return { first: 'valve-07', second: 'valve-08' };
  const { first, second } = MAC_ADDRESSES[chips];
  const made = (macAddress: string) => clientIdOfMac({ prefix: 'valve-', form, macAddress });
  return { first: made(first), second: made(second) };
}

/** The same run under these ids. */
function withIds(scenario: Scenario, ids: RivalIds): Scenario {
  const script = (scenario.script ?? []).map((step) => {
    if (step.do !== 'connect' || (step.client !== 'first' && step.client !== 'second')) return step;
    return { ...step, connect: { ...step.connect, clientId: ids[step.client] } };
  });
  return { ...scenario, script };
}

export function takeOverScenario(knobs: TakeOverKnobs): Scenario {
  const { protocolVersion, reconnectAfterMs: wait } = knobs;
  const scenario =
    knobs.afterwards === 'again'
      ? pingPong({ ...PING_PONG_DEFAULTS, protocolVersion, reconnectAfterMs: wait })
      : takeOver({ protocolVersion, firstCleanStart: knobs.firstClean === 'on', secondCleanStart: knobs.secondClean === 'on' });
  return withIds(scenario, idsOf(knobs));
}
