// Who stands on the stage: one lane for each device, with its link, its session at the broker and the subscriber that gets its messages.
import type { LinkScenario, QoS, Scenario } from '#simulations';

export interface BenchLane {
  /** The device's name in the run's events. */
  readonly device: string;
  /** The MQTT client id it connects with. */
  readonly clientId: string;
  readonly qos: QoS;
  readonly link: LinkScenario;
  /** How many messages with QoS above 0 it keeps under way at most. */
  readonly inFlightLimit: number;
  /** Messages it will publish. */
  readonly messages: number;
  /** `null`: nobody subscribes to what it publishes. */
  readonly subscriber: { readonly name: string; readonly clientId: string; readonly link: LinkScenario } | null;
}

/** The lanes of a scenario, in the order of its devices. A device's subscriber is the first that filters for exactly its topic. */
export function lanesOf(scenario: Scenario, clientIdFromMac: (macAddress: string) => string): readonly BenchLane[] {
  return scenario.devices.map((device) => {
    const subscriber = scenario.subscribers.find(({ topicFilter }) => topicFilter === device.topicName);
    return {
      device: device.name,
      clientId: clientIdFromMac(device.macAddress),
      qos: device.qos,
      link: device.link,
      inFlightLimit: device.inFlightLimit,
      messages: device.messages,
      subscriber: subscriber ? { name: subscriber.name, clientId: subscriber.clientId, link: subscriber.link } : null,
    };
  });
}

/** Whose packets a ladder shows side by side: one client left of the broker, one right of it. */
export interface LadderLane {
  /** The client on the left, as it is named in events. */
  readonly device: string;
  /** The level that names the lane; `null`: the client's own name does. */
  readonly qos: QoS | null;
  readonly link: LinkScenario;
  /** The client on the right. */
  readonly subscriber: { readonly name: string } | null;
}

/** The clients of one lane, as they are named in events. */
export function clientsOf({ device, subscriber }: LadderLane): readonly string[] {
  return subscriber === null ? [device] : [device, subscriber.name];
}
