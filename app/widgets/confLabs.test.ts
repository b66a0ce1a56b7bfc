// What the explained keys of mosquitto.conf name as the lab that shows them is there, and has a title under the name by which the link looks for it.
import { expect, it } from 'vitest';
import { CONF_KEYS } from '#content';
import { widgetBySlug } from './list.ts';

const slugs = [...new Set(CONF_KEYS.flatMap(({ lab }) => (lab === null ? [] : [lab])))];

it.each(slugs)('%s', (slug) => {
  const camelCase = slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  expect(widgetBySlug(slug)?.titleKey).toBe(`${camelCase}.title`);
});
