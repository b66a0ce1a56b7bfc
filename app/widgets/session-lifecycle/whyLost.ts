// Why a session was not there on the device's return, from what the scenario asked for and what the broker logged; the first reason that applies, in the order in which
// things happened.
import { configTruth, type Scenario, type ScriptStep } from '#simulations';
import type { RunView } from '#simulations/worker';
import { DEVICE } from './story.ts';

export type WhyLost = 'endedWithConnection' | 'brokerForgot' | 'notWritten' | 'expired' | 'wiped' | 'unknown';

type ConnectStep = Extract<ScriptStep, { readonly do: 'connect' }>;

/** `log`: the broker's, of the whole run. */
export function whyLost({ script = [], protocolVersion, brokerConfig }: Scenario, log: RunView['log']): WhyLost {
  const connects = script.filter((step): step is ConnectStep => step.do === 'connect' && step.client === DEVICE);
  const [first, back] = [...connects].sort((one, other) => one.atMs - other.atMs);
  if (first === undefined || back === undefined) return 'unknown';
  const five = protocolVersion === '5.0';
  const expiry = first.connect.properties?.sessionExpirySeconds ?? 0;
  if (five ? expiry === 0 : first.connect.cleanStart) return 'endedWithConnection';
  const restarted = script.some((step) => step.do === 'startBroker');
  if (restarted && configTruth(brokerConfig, 'persistence') !== true) return 'brokerForgot';
  // Mosquitto 2.0 writes no session that began with clean start.
  if (restarted && first.connect.cleanStart) return 'notWritten';
  if (five && log.some(({ text }) => text.startsWith('Expiring client') && text.includes(first.connect.clientId))) return 'expired';
  if (back.connect.cleanStart) return 'wiped';
  return 'unknown';
}
