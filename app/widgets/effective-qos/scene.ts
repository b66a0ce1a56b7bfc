// Which of the lab's three scenes a scenario is: read from who is in it and what they do, since the learner may have changed it since.
import { configTruth, matrixPublisher, matrixReader, QOS_LEVELS, type QoS, type Scenario, STOP_PANEL } from '#simulations';

export type Scene = 'matrix' | 'chance' | 'stop';

export function sceneOf({ clients = [], script = [] }: Scenario): Scene {
  if (clients.some(({ name }) => name === STOP_PANEL)) return 'stop';
  return script.some((step) => step.do === 'publish' && (step.count ?? 1) > 1) ? 'chance' : 'matrix';
}

/** Which hops the script cuts. */
export function hopsCut({ script = [] }: Scenario): { readonly publisher: boolean; readonly reader: boolean } {
  const cut = script.flatMap((step) => (step.do === 'cutConnection' ? [step.client] : []));
  const any = (name: (qos: QoS) => string) => QOS_LEVELS.some((qos) => cut.includes(name(qos)));
  return { publisher: any(matrixPublisher), reader: any(matrixReader) };
}

/** `upgrade_outgoing_qos` stands in the configuration that the broker was given. */
export function upgrades({ brokerConfig }: Scenario): boolean {
  return configTruth(brokerConfig, 'upgrade_outgoing_qos') ?? false;
}
