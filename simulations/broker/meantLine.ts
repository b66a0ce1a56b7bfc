// The line of mosquitto.conf that the broker means where it names none: it read the file to its end and failed at what the file asks for. Concluded from its words alone;
// where they fit no line, nothing is concluded.

import { type ConfigLine, configLines } from './configLines.ts';

/** Keys of a listener that, above the first `listener` line, make Mosquitto open one of its own on port 1883. */
const OF_A_LISTENER: readonly string[] = [
  'max_connections',
  'max_qos',
  'maximum_qos',
  'protocol',
  'socket_domain',
  'use_username_as_clientid',
];
/** The same with `per_listener_settings true`. */
const OF_A_LISTENER_THEN: readonly string[] = ['password_file', 'allow_zero_length_clientid'];
/** Where it is opened unless `port` says so. */
const STANDARD_PORT = 1883;

export function meantLine(config: string, log: readonly string[]): number | null {
  const settings = configLines(config);
  const last = (wanted: (setting: ConfigLine) => boolean): number | null => settings.findLast(wanted)?.line ?? null;
  const told = log.join('\n');
  const file = /Unable to open (pwfile|acl_file) "(.*)"|Invalid line in (acl_file) "(.*?)"/.exec(told);
  if (file !== null) {
    const key = (file[1] ?? file[3]) === 'pwfile' ? 'password_file' : 'acl_file';
    return last((setting) => setting.key === key && setting.value === (file[2] ?? file[4])) ?? last((setting) => setting.key === key);
  }
  const plugin = /Unable to load auth plugin "(.*)"/.exec(told);
  if (plugin !== null) return last(({ key, value }) => /^(auth_)?plugin$/.test(key) && value === plugin[1]);
  if (/Address in use/.test(told)) return lineOfPortInUse(settings, log);
  if (/Error creating listener: Name or service not known/.test(told)) {
    return last(({ key, value }) => (key === 'listener' && / /.test(value)) || key === 'bind_address');
  }
  if (/Out of memory/.test(told)) return last(({ key }) => key === 'memory_limit');
  if (/Couldn't open database/.test(told)) {
    return last(({ key }) => key === 'persistence_file') ?? last(({ key }) => key === 'persistence_location');
  }
  return null;
}

/** The second `listener` line of the port; where there is but one, the line above it that opened a listener already. */
function lineOfPortInUse(settings: readonly ConfigLine[], log: readonly string[]): number | null {
  const opened = log.findLast((text) => text.startsWith('Opening '));
  const port = Number(/on port (\d+)\.$/.exec(opened ?? '')?.[1]);
  const listeners = settings.filter(({ key, value }) => key === 'listener' && Number.parseInt(value, 10) === port);
  if (listeners.length > 1) return listeners.at(-1)?.line ?? null;
  const first = settings.findIndex(({ key }) => key === 'listener');
  const above = settings.slice(0, Math.max(first, 0));
  const perListener = settings.some(({ key, value }) => key === 'per_listener_settings' && value === 'true');
  const opens = (key: string) => OF_A_LISTENER.includes(key) || (perListener && OF_A_LISTENER_THEN.includes(key));
  const opener = above.find(({ key, value }) => (key === 'port' ? Number(value) === port : port === STANDARD_PORT && opens(key)));
  return opener?.line ?? listeners[0]?.line ?? null;
}
