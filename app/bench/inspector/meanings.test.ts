import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { FIELD_IDS } from '#simulations';
import { allMessages } from '../../i18n/catalogues.ts';

const t = createTranslator({
  locale: 'en',
  messages: allMessages,
  namespace: 'inspector',
  onError: (error) => {
    throw error;
  },
});

describe('the meaning of a field', () => {
  it.each(FIELD_IDS)('%s has a sentence of its own', (id) => {
    const sentence = t(`meaning.${id}`);
    expect(sentence).toMatch(/^.{24,}\.$/s);
    expect(FIELD_IDS.filter((other) => t(`meaning.${other}`) === sentence)).toEqual([id]);
  });

  it('is told of no field that does not exist', () => {
    const told = Object.entries(allMessages.inspector.meaning).flatMap(([id, words]) =>
      typeof words === 'string' ? [id] : Object.keys(words).map((inner) => `${id}.${inner}`),
    );
    expect(told.filter((id) => !(FIELD_IDS as readonly string[]).includes(id))).toEqual([]);
  });
});
