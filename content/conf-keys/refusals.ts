// What a refusal of the broker means and what helps, in plain words. The broker's own words are shown beside it; where they are not known here, nothing is said.
import { type ConfigRefused, configLines } from '#simulations';
import { CONF_KEYS, confKey, noKey } from './keys.ts';

/** `null`: its own words must do. */
export function refusalMeans(config: string, { message, line }: Pick<ConfigRefused, 'message' | 'line'>): string | null {
  const unknown = /Unknown configuration variable "([\s\S]*)"\.(?:\nError found at (.*):(\d+)\.)?$/.exec(message);
  if (unknown !== null)
    return unknown[2] === undefined ? aboutUnknown(unknown[1] ?? '') : `The mistake is in ${unknown[2]}, line ${unknown[3]}.`;
  const at = configLines(config).find((one) => one.line === line);
  if (/Address in use/.test(message)) return aboutPort(at?.key ?? '');
  const fixed = FIXED.find(([words]) => words.test(message));
  if (fixed !== undefined) return fixed[1];
  const key = at === undefined ? null : confKey(at.key);
  if (key !== null && /^Error: (Empty|Invalid|max_)/.test(message)) return `${key.name} takes: ${key.range}`;
  return null;
}

const FIXED: readonly (readonly [RegExp, string])[] = [
  [/^Error: Duplicate /, 'The key is there twice, and may be there once.'],
  [
    /Unable to open (pwfile|acl_file)|Unable to open include_dir/,
    'There is no such file here. The lab brings its own files along, under the names that its own configuration has.',
  ],
  [/Invalid line in acl_file/, 'The file is there, but a line in it is not one of an access list.'],
  [/per_listener_settings must be set before/, 'Move the line to the top, above allow_anonymous, password_file, acl_file and their like.'],
  [/Unable to load auth plugin/, 'Plugins are programs for another machine. The broker in this page cannot load any.'],
  [
    /Name or service not known|temporary failure in name resolution/i,
    'There is no name service here: give an address such as 127.0.0.1, or leave it out.',
  ],
  [/Out of memory/, 'So little memory is not enough to start with.'],
  [/Couldn't open database/, 'The persistence file is there and is none. Give it a name of its own.'],
];

function aboutPort(key: string): string {
  if (key === 'listener' || key === '') return 'Another line opens the same port already.';
  return `${key} belongs to a listener. Above the first listener line it opens one of its own, on port 1883, and then the port is in use. Move it below.`;
}

function aboutUnknown(word: string): string {
  if (word.includes('\ufeff')) return 'An invisible byte order mark stands before the first letter. Delete the line and type it again.';
  if (word.includes('\t')) return 'There is a tab. Mosquitto wants spaces.';
  if (word.startsWith('#')) return 'A comment has its # as the very first character of the line.';
  const [name = ''] = word.split('=');
  if (name !== word && confKey(name) !== null) return 'Between key and value stands a space, no equals sign.';
  const none = noKey(word);
  if (none !== null) return none.use === null ? none.instead : `${none.instead} See ${none.use}.`;
  const meant = nearestKey(word);
  return meant === null ? 'The broker knows no such key.' : `The broker knows no such key. Is it ${meant}?`;
}

/** The key that differs in case, in dashes, or in at most two letters. */
function nearestKey(word: string): string | null {
  const plain = word.toLowerCase().replaceAll('-', '_');
  const ranked = CONF_KEYS.map(({ name }) => ({ name, off: editDistance(plain, name) })).sort((one, other) => one.off - other.off);
  const [best] = ranked;
  return best !== undefined && best.off <= 2 ? best.name : null;
}

/** How many letters must be put in, taken out or changed (Levenshtein), by rows. */
function editDistance(one: string, other: string): number {
  // Nobody means a key by a word of a thousand letters.
  if (Math.abs(one.length - other.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [column, wanted] of [...other].entries()) {
      next.push(Math.min((next[column] ?? 0) + 1, (row[column + 1] ?? 0) + 1, (row[column] ?? 0) + (letter === wanted ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
