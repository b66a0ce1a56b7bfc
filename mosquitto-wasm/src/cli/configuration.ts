// mosquitto.conf as far as the host has a part in it: which files it names, where the log goes, what concerns real sockets (mosquitto.conf(5)).
// The broker reads and checks the same text itself. What only the host can do is taken out of its text, line for line, so that its line numbers stay right.
import { join } from 'node:path';

export interface LogSettings {
  readonly stderr: boolean;
  readonly stdout: boolean;
  /** `log_dest file`: the path, as written. */
  readonly file: string | null;
  /** `log_dest` names a place that this host does not offer (`syslog`, `dlt`). */
  readonly unsupported: readonly string[];
  readonly timestamp: boolean;
  /** strftime format; `null`: seconds since the Unix epoch. */
  readonly timestampFormat: string | null;
}

/** What was said about one listener, beside what the broker knows. */
export interface ListenerSettings {
  readonly port: number;
  readonly bindInterface: string | null;
  /** `socket_domain`: this kind of address only; `null`: both. */
  readonly family: 4 | 6 | null;
  readonly httpDir: string | null;
}

export interface HostSettings {
  /** Password, ACL and pre-shared-key files, as written. */
  readonly namedFiles: readonly string[];
  readonly includeDirs: readonly string[];
  /** Where the broker keeps its sessions; `null` when `persistence` is off. */
  readonly persistenceFile: string | null;
  readonly pidFile: string | null;
  readonly log: LogSettings;
  /** `set_tcp_nodelay`; `null`: not said. */
  readonly tcpNoDelay: boolean | null;
  /** No listener is configured: Mosquitto serves this machine only. */
  readonly localOnly: boolean;
  /** In the order of the broker's own list. */
  readonly listeners: readonly ListenerSettings[];
}

export interface Statement {
  readonly key: string;
  /** The rest of the line without the blanks around it. */
  readonly value: string;
}

/** One line; `null` for a comment or an empty one. Mosquitto takes `#` as a comment only at the very start. */
export function readStatement(line: string): Statement | null {
  if (line.startsWith('#')) return null;
  const [, key, value] = /^ *([^ \r\n]+)(.*)$/s.exec(line) ?? [];
  if (key === undefined) return null;
  return { key, value: (value ?? '').trim() };
}

const LOCAL_LOG_PLACES = ['stderr', 'stdout', 'topic', 'none'];
const isOn = (value: string): boolean => value === 'true' || value === '1';

/** What the host has to know, from the statements of a configuration in their order, included files among them. */
export function readSettings(statements: readonly Statement[]): HostSettings {
  const last = (key: string): string | null => statements.findLast((statement) => statement.key === key)?.value ?? null;
  const all = (...keys: string[]): string[] =>
    statements.filter(({ key, value }) => keys.includes(key) && value !== '').map(({ value }) => value);
  const noDelay = last('set_tcp_nodelay');
  return {
    namedFiles: all('password_file', 'acl_file', 'psk_file'),
    includeDirs: all('include_dir'),
    persistenceFile: isOn(last('persistence') ?? 'false')
      ? join(last('persistence_location') || '.', last('persistence_file') || 'mosquitto.db')
      : null,
    pidFile: last('pid_file') || null,
    log: readLog(statements, last),
    tcpNoDelay: noDelay === null ? null : isOn(noDelay),
    localOnly: all('listener', 'port', 'bind_address').length === 0,
    listeners: readListeners(statements),
  };
}

function readLog(statements: readonly Statement[], last: (key: string) => string | null): LogSettings {
  const places = statements.filter(({ key }) => key === 'log_dest').map(({ value }) => value);
  const names = places.map((place) => place.split(' ')[0] ?? '');
  const file = places.findLast((place) => place.startsWith('file '))?.slice('file '.length) ?? null;
  return {
    stderr: places.length === 0 || names.includes('stderr'),
    stdout: names.includes('stdout'),
    file: file?.trim() || null,
    unsupported: names.filter((name) => name === 'syslog' || name === 'dlt'),
    timestamp: isOn(last('log_timestamp') ?? 'true'),
    timestampFormat: last('log_timestamp_format') || null,
  };
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

const newListener = (port: number): Writable<ListenerSettings> => ({ port, bindInterface: null, family: null, httpDir: null });

/** What is said before the first `listener` belongs to one of its own, which comes last. */
function readListeners(statements: readonly Statement[]): ListenerSettings[] {
  const first = newListener(1883);
  const listeners: ListenerSettings[] = [];
  let current = first;
  for (const { key, value } of statements) {
    if (key === 'listener') {
      current = newListener(Number.parseInt(value, 10));
      listeners.push(current);
    } else if (key === 'port') current.port = Number.parseInt(value, 10);
    else if (key === 'bind_interface') current.bindInterface = value;
    else if (key === 'socket_domain') current.family = value === 'ipv4' ? 4 : value === 'ipv6' ? 6 : null;
    else if (key === 'http_dir') current.httpDir = value;
  }
  return [...listeners, first];
}

/**
 * The text for the broker: what the host does itself is a comment there.
 * The log file and the process id file belong on the host, and the broker knows no network interfaces.
 */
export function forBroker(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const statement = readStatement(line);
      if (statement === null) return line;
      const hostsOwn = statement.key === 'pid_file' || statement.key === 'bind_interface' || statement.key === 'http_dir';
      if (hostsOwn && statement.value !== '') return `# ${line}`;
      const isLogFile = statement.key === 'log_dest' && !LOCAL_LOG_PLACES.includes(statement.value);
      return isLogFile && /^(file .|syslog$|dlt$)/.test(statement.value) ? 'log_dest stderr' : line;
    })
    .join('\n');
}
