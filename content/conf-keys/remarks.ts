// What the broker takes without a word and means otherwise than it looks: told beside the line, so that nobody has to find out. Left out: what the broker itself remarks.
import { asConfigNumber, configLines } from '#simulations';
import { confKey } from './keys.ts';

export interface ConfRemark {
  /** 1 for the first; `null`: about the whole. */
  readonly line: number | null;
  readonly text: string;
}

type Line = ReturnType<typeof configLines>[number];

function aboutNumber({ line, key, value }: Line): ConfRemark[] {
  if (confKey(key)?.value !== 'number' || value === '') return [];
  const [word = '', next] = value.split(/ +/);
  const read = asConfigNumber(word);
  if (!/^[+-]?\d+$/.test(word)) {
    const [, zero] = (read === 0 && /\b0(?: and −1)?: ([^.]+)\./.exec(confKey(key)?.range ?? '')) || [];
    const means = zero === undefined ? '' : `: ${zero}`;
    return [{ line, text: `The broker reads “${word}” as ${read}, without a word about it${means}.` }];
  }
  return next === undefined || next.startsWith('#') ? [] : [{ line, text: `The broker reads ${word} and ignores the rest of the line.` }];
}

function aboutMonths({ line, key, value }: Line): ConfRemark[] {
  const [, months] = (key === 'persistent_client_expiration' && /^(\d+)m( |$)/.exec(value)) || [];
  return months === undefined ? [] : [{ line, text: `${months}m means ${Number(months) * 30} days: m is for months.` }];
}

function aboutKinds({ line, key, value }: Line): ConfRemark[] {
  const [kind, more] = value.split(/ +/);
  if (key !== 'log_type' || more === undefined || more.startsWith('#')) return [];
  return [{ line, text: `The broker reads “${kind}” and ignores the rest: one kind a line.` }];
}

const OF_THE_FILE: readonly string[] = ['persistence_file', 'persistence_location', 'autosave_interval', 'autosave_on_changes'];

function aboutFile(lines: readonly Line[]): ConfRemark[] {
  const persistent = lines.findLast(({ key }) => key === 'persistence' || key === 'retained_persistence');
  if (persistent !== undefined && /^(true|1)( |$)/.test(persistent.value)) return [];
  return lines
    .filter(({ key }) => OF_THE_FILE.includes(key))
    .map(({ line, key }) => ({ line, text: `Without persistence true, ${key} does nothing.` }));
}

/** Keys of which every line counts, or each for the listener above it. */
const OFTEN: readonly string[] = [
  'listener',
  'log_type',
  'log_dest',
  'max_connections',
  'max_qos',
  'protocol',
  'mount_point',
  'use_username_as_clientid',
];

function aboutTwice(lines: readonly Line[]): ConfRemark[] {
  const perListener = lines.some(({ key, value }) => key === 'per_listener_settings' && /^(true|1)( |$)/.test(value));
  return lines.flatMap(({ line, key }, at) => {
    const again = lines.slice(at + 1).find((other) => other.key === key);
    const counts = confKey(key)?.value;
    const single = counts === 'number' || counts === 'duration' || (counts === 'truth' && !perListener);
    return again !== undefined && single && !OFTEN.includes(key)
      ? [{ line, text: `${key} is set again in line ${again.line}, and the last one counts.` }]
      : [];
  });
}

function aboutDoor(lines: readonly Line[]): ConfRemark[] {
  const has = (...keys: string[]) => lines.some(({ key }) => keys.includes(key));
  if (!has('listener', 'port', 'bind_address')) {
    return [{ line: null, text: 'There is no listener line: the broker serves its own machine only. No device of the lab gets in.' }];
  }
  if (lines.some(({ key, value }) => key === 'allow_anonymous' && /^(true|1)( |$)/.test(value))) return [];
  if (!has('allow_anonymous') && !has('password_file')) {
    return [{ line: null, text: 'Nobody without a user name gets in: allow_anonymous is not there, and means false.' }];
  }
  return [];
}

function aboutSilence(lines: readonly Line[]): ConfRemark[] {
  const none = lines.find(({ key, value }) => /^log_(type|dest)$/.test(key) && /^none( |$)/.test(value));
  if (none !== undefined) return [{ line: none.line, text: 'The log stays empty.' }];
  const [first, ...others] = lines.filter(({ key }) => key === 'log_dest');
  const isElsewhere = ({ value }: Line) => /^(file|topic)( |$)/.test(value);
  if (first === undefined || ![first, ...others].every(isElsewhere)) return [];
  return [{ line: first.line, text: 'The log goes elsewhere, and stays empty here.' }];
}

/** In the order of the lines; what is about the whole comes last. */
export function remarksOn(config: string): ConfRemark[] {
  const lines = configLines(config);
  const remarks = [
    ...lines.flatMap((line) => [...aboutNumber(line), ...aboutMonths(line), ...aboutKinds(line)]),
    ...aboutFile(lines),
    ...aboutTwice(lines),
    ...aboutSilence(lines),
    ...aboutDoor(lines),
  ];
  return remarks.sort((one, other) => (one.line ?? Number.POSITIVE_INFINITY) - (other.line ?? Number.POSITIVE_INFINITY) || 0);
}
