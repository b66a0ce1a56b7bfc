// Reads a scenario back: what the broker was told to keep, which messages are to come, and what can be asked about them. So a run says what it is, whoever made it.
import { COMMANDER, configLines, configNumber, configTruth, type QoS, type Scenario, type ScriptStep, VALVE } from '#simulations';

type PublishStep = Extract<ScriptStep, { readonly do: 'publish' }>;

const NEVER_SECONDS = 0xffff_ffff;
/** What Mosquitto does by itself. [mosquitto.conf(5)] */
const OWN = { max_queued_messages: 1_000, max_queued_bytes: 0, max_inflight_messages: 20 } as const;

export interface BrokerLimits {
  readonly queuedMessages: number;
  readonly queuedBytes: number;
  readonly inFlight: number;
  readonly queueQos0Messages: boolean;
  /** As it stands there; `null`: not set. */
  readonly persistentClientExpiration: string | null;
}

export function limitsOf({ brokerConfig }: Scenario): BrokerLimits {
  const count = (key: keyof typeof OWN) => configNumber(brokerConfig, key) ?? OWN[key];
  return {
    queuedMessages: count('max_queued_messages'),
    queuedBytes: count('max_queued_bytes'),
    inFlight: count('max_inflight_messages'),
    queueQos0Messages: configTruth(brokerConfig, 'queue_qos0_messages') ?? false,
    persistentClientExpiration: configLines(brokerConfig).findLast(({ key }) => key === 'persistent_client_expiration')?.value ?? null,
  };
}

export function publishStepsOf({ script = [] }: Scenario): readonly PublishStep[] {
  return script.filter((step): step is PublishStep => step.do === 'publish' && step.client === COMMANDER.name);
}

/** What the valve asked for in its subscription. */
export function subscriptionQosOf({ script = [] }: Scenario): QoS {
  for (const step of script) if (step.do === 'subscribe' && step.client === VALVE.name) return step.subscriptions[0]?.qos ?? 0;
  return 0;
}

/** For how long the valve wants its session kept (5.0). Seconds; `null`: for ever, or it cannot say so (3.1.1). */
export function expiryOf({ script = [] }: Scenario): number | null {
  for (const step of script) {
    if (step.do !== 'connect' || step.client !== VALVE.name) continue;
    const seconds = step.connect.properties?.sessionExpirySeconds ?? null;
    return seconds === NEVER_SECONDS ? null : seconds;
  }
  return null;
}

/** What can be asked before a run, from what the scenario makes happen. */
export type Question =
  /** How many of a burst arrive. */
  | 'burst'
  /** How many of those that come when others' lifetime is over. */
  | 'fresh'
  | 'qos0'
  /** How many, where the session may end meanwhile. */
  | 'session'
  /** Which of a row. */
  | 'which';

export function questionOf(scenario: Scenario): Question {
  const steps = publishStepsOf(scenario);
  const valveDoes = (what: ScriptStep['do']) =>
    scenario.script?.some((step) => step.do === what && 'client' in step && step.client === VALVE.name) ?? false;
  if (!valveDoes('drop') && !valveDoes('answer')) return 'burst';
  if (steps.some(hasLifetime)) return 'fresh';
  if (steps.some(({ qos }) => qos === 0)) return 'qos0';
  return expiryOf(scenario) !== null || limitsOf(scenario).persistentClientExpiration !== null ? 'session' : 'which';
}

function hasLifetime({ properties }: PublishStep): boolean {
  return properties?.messageExpirySeconds !== undefined;
}

/** How many messages the question is about. */
export function askedAbout(scenario: Scenario): number {
  const question = questionOf(scenario);
  const asked = publishStepsOf(scenario).filter((step) =>
    question === 'fresh' ? !hasLifetime(step) : question === 'qos0' ? step.qos === 0 : true,
  );
  return asked.reduce((sum, { count = 1 }) => sum + count, 0);
}
