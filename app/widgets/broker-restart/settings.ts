// What a scenario of this lab asked for, read from its configuration and its script, which the learner may have changed.
import { configNumber, configTruth, type Scenario, type ScriptStep } from '#simulations';

/** The client whose session is looked at, and its client id. */
export const LOGGER = 'logger';
export const LOGGER_ID = 'logger-1';
export const SENSOR = 'sensor';
export const DISPLAY = 'display';

const MOSQUITTO_DEFAULT_SECONDS = 1_800;

export interface Persistence {
  readonly on: boolean;
  /** `autosave_interval`; 0: never. */
  readonly interval: number;
  /** `autosave_on_changes`. */
  readonly onChanges: boolean;
}

export function persistenceOf({ brokerConfig }: Scenario): Persistence {
  return {
    on: configTruth(brokerConfig, 'persistence') ?? false,
    interval: configNumber(brokerConfig, 'autosave_interval') ?? MOSQUITTO_DEFAULT_SECONDS,
    onChanges: configTruth(brokerConfig, 'autosave_on_changes') ?? false,
  };
}

type PublishStep = Extract<ScriptStep, { readonly do: 'publish' }>;

/** How many readings are sent before the broker comes to its end. */
export function readingsIn({ script = [] }: Scenario): number {
  const first = script.find((step): step is PublishStep => step.do === 'publish' && step.client === SENSOR);
  return first?.count ?? 1;
}

/** The logger's session began with clean start 1. */
export function beganClean({ script = [] }: Scenario): boolean {
  const first = script.find((step) => step.do === 'connect' && step.client === LOGGER);
  return first?.do === 'connect' && first.connect.cleanStart;
}

/** How often somebody sends the broker SIGUSR1. */
export function signalsIn({ script = [] }: Scenario): number {
  return script.filter((step) => step.do === 'saveBroker').length;
}
