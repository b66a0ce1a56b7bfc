import { createTranslator, IntlErrorCode } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { allMessages, namespaceOf } from './catalogues.ts';

/** All messages of a catalogue by their full key. */
function leaves(node: unknown, path: readonly string[] = []): [string, unknown][] {
  if (typeof node !== 'object' || node === null) return [[path.join('.'), node]];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, [...path, key]));
}

describe('the message catalogues', () => {
  it.each([
    ['../messages/en.json', 'app'],
    ['../ui/messages/en.json', 'ui'],
    ['../widgets/qos-delivery/messages/en.json', 'qosDelivery'],
  ])('%s belongs to the namespace %s', (path, namespace) => {
    expect(namespaceOf(path)).toBe(namespace);
  });

  it('does not take a catalogue outside a room', () => {
    expect(() => namespaceOf('en.json')).toThrow('outside a room');
  });

  it('holds the rooms of the app', () => {
    expect(Object.keys(allMessages)).toEqual(expect.arrayContaining(['app', 'ui', 'charts', 'bench', 'qosDelivery']));
  });

  it.each(leaves(allMessages))('%s is a message that can be read', (key, message) => {
    expect(typeof message).toBe('string');
    expect(message).not.toBe('');
    const broken: string[] = [];
    const onError = ({ code, message: why }: { code: string; message: string }) => {
      // Values are given where the message is used; what counts here is that it parses.
      if (code !== IntlErrorCode.FORMATTING_ERROR) broken.push(why);
    };
    const translate = createTranslator<Record<string, unknown>>({ locale: 'en', messages: { ...allMessages }, onError });
    translate.rich(key as never, {} as never);
    expect(broken).toEqual([]);
  });
});
