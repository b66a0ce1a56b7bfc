import { describe, expect, test } from 'vitest';
import { checkTopicFilter, checkTopicName, matches, splitSharedFilter, topicFilterProblem, topicNameProblem } from './topic.ts';

test.each([
  ['a', undefined],
  ['/', undefined],
  ['a//b', undefined],
  [' ', undefined],
  ['$SYS/x', undefined],
  ['', 'topicNameEmpty'],
  ['a/+', 'topicNameWildcard'],
  ['a#', 'topicNameWildcard'],
])('topic name %j: %s', (name, problem) => {
  expect(topicNameProblem(name)).toBe(problem);
  expect(checkTopicName(name).ok).toBe(problem === undefined);
});

// Examples of the standards' section on wildcards, and the borders next to them.
test.each([
  ['#', undefined],
  ['+', undefined],
  ['/', undefined],
  ['+/+', undefined],
  ['/+', undefined],
  ['sport/tennis/#', undefined],
  ['sport/tennis#', 'topicFilterWildcard'],
  ['sport/tennis/#/ranking', 'topicFilterWildcard'],
  ['+/tennis/#', undefined],
  ['sport+', 'topicFilterWildcard'],
  ['+sport', 'topicFilterWildcard'],
  ['sport/+/player1', undefined],
  ['##', 'topicFilterWildcard'],
  ['++', 'topicFilterWildcard'],
  ['', 'topicFilterEmpty'],
  ['$share/g/a', undefined],
  ['$share/g//a', undefined],
  ['$share/g/#', undefined],
  ['$share/g/a#', 'topicFilterWildcard'],
  ['$share/g', 'sharedFilterInvalid'],
  ['$share/g/', 'sharedFilterInvalid'],
  ['$share//a', 'sharedFilterInvalid'],
  ['$share/g+/a', 'sharedFilterInvalid'],
  ['$share', undefined],
])('topic filter %j: %s', (filter, problem) => {
  expect(topicFilterProblem(filter)).toBe(problem);
  expect(checkTopicFilter(filter)).toMatchObject(problem === undefined ? { ok: true } : { ok: false, code: problem });
});

test('3.1.1 has no rule for shared subscriptions', () => {
  expect(topicFilterProblem('$share/g', false)).toBeUndefined();
  expect(topicFilterProblem('$share/g+/a', false)).toBe('topicFilterWildcard');
});

test('a shared subscription in its parts', () => {
  expect(splitSharedFilter('$share/g/a/+')).toEqual({ shareName: 'g', topicFilter: 'a/+' });
  expect(splitSharedFilter('$share/g//a')).toEqual({ shareName: 'g', topicFilter: '/a' });
  expect(splitSharedFilter('a/b')).toBeUndefined();
});

describe('matches', () => {
  test.each([
    ['a/b', 'a/b'],
    ['a/+', 'a/b'],
    ['a/+', 'a/'],
    ['+/+', '/finance'],
    ['/+', '/finance'],
    ['#', 'a/b/c'],
    ['#', '/'],
    ['a/#', 'a'],
    ['a/#', 'a/b/c'],
    ['a/+/#', 'a/b'],
    ['+', 'a'],
    ['a/+/c', 'a//c'],
    ['$SYS/#', '$SYS/broker/load'],
    ['$SYS/+', '$SYS/uptime'],
    ['$share/g/a/+', 'a/b'],
    ['$share/g/#', 'a'],
  ])('%j takes %j', (filter, name) => {
    expect(matches(filter, name)).toBe(true);
  });

  test.each([
    ['a/b', 'a/B'],
    ['a/b', 'a/b/c'],
    ['a/b/c', 'a/b'],
    ['a/+', 'a'],
    ['a/+', 'a/b/c'],
    ['+', '/finance'],
    ['a/+/#', 'a'],
    ['a', '/a'],
    ['a/', 'a'],
    ['#', '$SYS/uptime'],
    ['+/uptime', '$SYS/uptime'],
    ['$share/g/#', '$SYS/uptime'],
    ['$share/g/a', '$share/g/a'],
  ])('%j does not take %j', (filter, name) => {
    expect(matches(filter, name)).toBe(false);
  });
});
