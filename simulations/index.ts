// The door of the simulation: what content and app may use.
export type { Microseconds } from './engine/time.ts';
export { fromMicroseconds, fromMilliseconds, START, toMilliseconds, toSeconds } from './engine/time.ts';
export type * from './events.ts';
export type { ClientState } from './measures/clientStates.ts';
export type { DeviceFigures } from './measures/figures.ts';
export type { DeviceScenario, LinkScenario, Problem, QoS, Scenario, SubscriberScenario } from './scenario.ts';
