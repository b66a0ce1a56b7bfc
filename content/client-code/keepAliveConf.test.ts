// The lines that the keep-alive calculator gives: the broker takes them at both ends of the range.
import { expect, it } from 'vitest';
import { answerTo } from '../conf-keys/probes.test-data.ts';
import { confText } from './confText.ts';

it.each([5, 600, 65_535])('max_keepalive %d', async (value) => {
  const text = confText('With a keep alive of so long.', [
    { key: 'listener', value: 1883, why: 'Where devices connect.' },
    { key: 'max_keepalive', value, why: 'No client may ask for a longer one.' },
  ]);
  expect(await answerTo(text)).toMatchObject({ ok: true, warnings: [] });
});
