// A class that no style sheet has is `undefined` at run time, and nobody is told: what a component asks of its module must be there.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const app = join(import.meta.dirname, '..');
const components = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

const imported = components.flatMap((file) => {
  const text = readFileSync(join(app, file), 'utf8');
  return [...text.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)].map(([, name = '', sheet = '']) => ({
    file,
    asked: new Set([...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one = '']) => one)),
    there: new Set([...readFileSync(join(app, dirname(file), sheet), 'utf8').matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, one = '']) => one)),
  }));
});

it('finds the components with a style sheet of their own', () => {
  expect(imported.length).toBeGreaterThan(50);
});

it.each(imported)('$file asks for classes that its style sheet has', ({ asked, there }) => {
  expect([...asked].filter((one) => !there.has(one))).toEqual([]);
});
