// Topic names, topic filters and shared subscriptions: what is well formed, and which filter takes which name.
// [v3.1.1 §4.7] [v5.0 §4.7, §4.8.2] What a server chooses not to allow (access lists, own limits) is left to it.

import { PROBLEMS } from './problems.ts';

/** Why a topic name or filter is not well formed. */
export type TopicProblem = 'topicNameEmpty' | 'topicNameWildcard' | 'topicFilterEmpty' | 'topicFilterWildcard' | 'sharedFilterInvalid';

export type TopicCheck = { readonly ok: true } | { readonly ok: false; readonly code: TopicProblem; readonly problem: string };

const SHARE_PREFIX = '$share/';

/** What is wrong with `name` as a topic to publish to; `undefined` when nothing is. */
export function topicNameProblem(name: string): 'topicNameEmpty' | 'topicNameWildcard' | undefined {
  if (name.length === 0) return 'topicNameEmpty';
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit === 0x23 || unit === 0x2b) return 'topicNameWildcard';
  }
  return undefined;
}

function plainFilterProblem(filter: string): 'topicFilterEmpty' | 'topicFilterWildcard' | undefined {
  if (filter.length === 0) return 'topicFilterEmpty';
  for (let i = 0; i < filter.length; i++) {
    const character = filter[i];
    if (character !== '#' && character !== '+') continue;
    const beginsLevel = i === 0 || filter[i - 1] === '/';
    const endsLevel = i === filter.length - 1 || (character === '+' && filter[i + 1] === '/');
    if (!beginsLevel || !endsLevel) return 'topicFilterWildcard';
  }
  return undefined;
}

/** A shared subscription in its parts. [v5.0 §4.8.2] */
export interface SharedFilter {
  readonly shareName: string;
  readonly topicFilter: string;
}

/** The parts of `$share/{ShareName}/{filter}`; `undefined` for every other filter, a malformed shared one too. */
export function splitSharedFilter(filter: string): SharedFilter | undefined {
  if (!filter.startsWith(SHARE_PREFIX)) return undefined;
  const nameEnd = filter.indexOf('/', SHARE_PREFIX.length);
  if (nameEnd < 0) return undefined;
  const shareName = filter.slice(SHARE_PREFIX.length, nameEnd);
  const topicFilter = filter.slice(nameEnd + 1);
  if (shareName === '' || /[+#]/.test(shareName) || topicFilter === '') return undefined;
  return { shareName, topicFilter };
}

/**
 * What is wrong with `filter`; `undefined` when nothing is. With `shared` (the default, as in 5.0) a filter that begins with
 * `$share/` must have a share name and a filter behind it; 3.1.1 knows no such rule.
 */
export function topicFilterProblem(filter: string, shared = true): TopicProblem | undefined {
  if (!shared || !filter.startsWith(SHARE_PREFIX)) return plainFilterProblem(filter);
  const parts = splitSharedFilter(filter);
  return parts === undefined ? 'sharedFilterInvalid' : plainFilterProblem(parts.topicFilter);
}

function levelsMatch(filter: readonly string[], name: readonly string[]): boolean {
  for (const [i, level] of filter.entries()) {
    if (level === '#') return true;
    const published = name[i];
    if (published === undefined || (level !== '+' && level !== published)) return false;
  }
  return filter.length === name.length;
}

/**
 * Whether a subscription to `filter` takes messages published to `name`; both must be well formed. `a/#` takes `a` as well;
 * a wildcard at the front takes no name that begins with `$`; of a shared subscription the filter part counts.
 */
export function matches(filter: string, name: string): boolean {
  const plain = splitSharedFilter(filter)?.topicFilter ?? filter;
  const wildcardFirst = plain.startsWith('#') || plain.startsWith('+');
  if (wildcardFirst && name.startsWith('$')) return false;
  return levelsMatch(plain.split('/'), name.split('/'));
}

function checked(code: TopicProblem | undefined): TopicCheck {
  return code === undefined ? { ok: true } : { ok: false, code, problem: PROBLEMS[code].text };
}

/** Whether `name` can be published to, and in words why not. That it fits 65,535 bytes of UTF-8 is the encoder's to say. */
export function checkTopicName(name: string): TopicCheck {
  return checked(topicNameProblem(name));
}

/** Whether `filter` can be subscribed with, and in words why not; shared subscriptions as in 5.0. */
export function checkTopicFilter(filter: string): TopicCheck {
  return checked(topicFilterProblem(filter));
}
