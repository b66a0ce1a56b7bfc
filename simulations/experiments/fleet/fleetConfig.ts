// The broker's mosquitto.conf in the fleets' runs: open to all, quiet but for warnings, no `$SYS` messages (the broker's counters are read directly), and what the learner sets.
export interface FleetConfigSetting {
  /** `max_queued_messages`, for each client. 0: no limit. Mosquitto's own: 1,000. */
  readonly maxQueuedMessages: number;
  /** `max_queued_bytes`, for each client. 0: no limit, as Mosquitto's own. */
  readonly maxQueuedBytes: number;
  /** `max_inflight_messages`. 0: no limit. Mosquitto's own: 20. */
  readonly maxInflightMessages: number;
  /** `max_connections` of the listener. -1: no limit, as Mosquitto's own. */
  readonly maxConnections: number;
  /** `persistence`. */
  readonly persistence: boolean;
  /** `persistent_client_expiration`, such as `1h`; `null`: never, as Mosquitto's own. */
  readonly persistentClientExpiration: string | null;
}

export const FLEET_CONFIG_DEFAULTS: FleetConfigSetting = {
  maxQueuedMessages: 1_000,
  maxQueuedBytes: 0,
  maxInflightMessages: 20,
  maxConnections: -1,
  persistence: true,
  persistentClientExpiration: null,
};

export function fleetConfig(setting: FleetConfigSetting): string {
  const { maxQueuedMessages, maxQueuedBytes, maxInflightMessages, maxConnections, persistence, persistentClientExpiration } = setting;
  const lines = [
    'listener 1883',
    ...(maxConnections === -1 ? [] : [`max_connections ${maxConnections}`]),
    'allow_anonymous true',
    `max_queued_messages ${maxQueuedMessages}`,
    ...(maxQueuedBytes === 0 ? [] : [`max_queued_bytes ${maxQueuedBytes}`]),
    `max_inflight_messages ${maxInflightMessages}`,
    `persistence ${persistence}`,
    ...(persistentClientExpiration === null ? [] : [`persistent_client_expiration ${persistentClientExpiration}`]),
    'sys_interval 0',
    'log_type error',
    'log_type warning',
  ];
  return `${lines.join('\n')}\n`;
}
