// Words that look like keys of mosquitto.conf and are none: of MQTT's packets, of other brokers, of earlier versions. The broker refuses each of them.
import type { NoKey } from './key.ts';

export const NOT_KEYS: readonly NoKey[] = [
  {
    name: 'session_expiry_interval',
    instead: 'Session expiry is asked for by the client, in CONNECT of MQTT 5.0. The broker can only set an end for everybody.',
    use: 'persistent_client_expiration',
  },
  {
    name: 'message_expiry_interval',
    instead: 'Message expiry is given by the publisher, with each message of MQTT 5.0. What bounds a queue in the broker is its length.',
    use: 'max_queued_messages',
  },
  {
    name: 'max_queued_messages_per_client',
    instead: 'The key is shorter, and counts for each client already.',
    use: 'max_queued_messages',
  },
  { name: 'clean_session', instead: 'The client says it in CONNECT. A broker cannot make a session clean or lasting.', use: null },
  { name: 'keepalive', instead: 'The client says it in CONNECT. The broker can only set the longest.', use: 'max_keepalive' },
  {
    name: 'receive_maximum',
    instead: 'The client says it in CONNECT of MQTT 5.0. The broker’s side of it is the number of messages in flight.',
    use: 'max_inflight_messages',
  },
  { name: 'max_clients', instead: 'Clients are counted at each listener.', use: 'max_connections' },
  { name: 'max_message_size', instead: 'Mosquitto limits the whole packet.', use: 'max_packet_size' },
  { name: 'anonymous', instead: 'The key is longer.', use: 'allow_anonymous' },
  { name: 'persistence_interval', instead: 'How often the file is written is a key of its own.', use: 'autosave_interval' },
];
