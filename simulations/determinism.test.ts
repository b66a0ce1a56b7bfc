// What the compiler cannot forbid: chance and the calendar, which no run may use.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const room = import.meta.dirname;
const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^(bench|worker)\//.test(file.replaceAll('\\', '/')),
);

it('looks at enough files to mean something', () => {
  expect(files.length).toBeGreaterThan(40);
});

it.each(files)('%s uses neither Math.random nor the calendar', (file) => {
  expect(readFileSync(join(room, file), 'utf8')).not.toMatch(/Math\.random|new Date|Date\.now|performance\.now|Intl\./);
});
