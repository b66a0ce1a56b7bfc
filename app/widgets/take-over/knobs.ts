// The lab's knobs, and the scenario that they make: the take-over of one connection, or two devices that connect again whenever they are thrown out.
import { PING_PONG_DEFAULTS, type ProtocolVersion, pingPong, type Scenario, takeOver } from '#simulations';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';

type OnOff = 'on' | 'off';

export interface TakeOverKnobs {
  readonly protocolVersion: ProtocolVersion;
  /** Whether both are `valve-07`, or have an id each. */
  readonly ids: 'same' | 'own';
  /** What both do when their connection is lost. */
  readonly afterwards: 'stay' | 'again';
  /** Clean session (3.1.1), clean start (5.0); for `afterwards` `stay`. */
  readonly firstClean: OnOff;
  readonly secondClean: OnOff;
  /** For `afterwards` `again`. Milliseconds. */
  readonly reconnectAfterMs: number;
}

const choice = (parameter: string, standard: string, other: string): ChoiceKnob => ({
  kind: 'choice',
  parameter,
  options: [standard, other],
  standard,
});

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
  protocolVersion: choice('version', '3.1.1', '5.0'),
  ids: choice('ids', 'same', 'own'),
  afterwards: choice('afterwards', 'stay', 'again'),
  firstClean: choice('first', 'on', 'off'),
  secondClean: choice('second', 'on', 'off'),
  reconnectAfterMs,
} satisfies KnobSpecs<TakeOverKnobs>;

const OWN_ID = 'valve-08';

/** The same run, but that the second client has an id of its own. */
function withOwnIds(scenario: Scenario): Scenario {
  const script = (scenario.script ?? []).map((step) =>
    step.do === 'connect' && step.client === 'second' ? { ...step, connect: { ...step.connect, clientId: OWN_ID } } : step,
  );
  return { ...scenario, script };
}

export function takeOverScenario(knobs: TakeOverKnobs): Scenario {
  const { protocolVersion, reconnectAfterMs: wait } = knobs;
  const own = knobs.ids === 'own';
  if (knobs.afterwards === 'again') return pingPong({ ...PING_PONG_DEFAULTS, protocolVersion, reconnectAfterMs: wait, distinctIds: own });
  const once = takeOver({ protocolVersion, firstCleanStart: knobs.firstClean === 'on', secondCleanStart: knobs.secondClean === 'on' });
  return own ? withOwnIds(once) : once;
}
