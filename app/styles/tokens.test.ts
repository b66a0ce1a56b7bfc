// Reads the style sheet itself: what it promises about contrast must hold for the colours that stand in it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const THEMES = ['light', 'dark'] as const;
const GROUNDS = ['bg', 'surface', 'raised', 'glow', 'loss-tint'];
const TEXTS = ['ink', 'ink2', 'q0', 'q1', 'q2', 'broker', 'loss'];
const LEAST_CONTRAST = 4.9;

function token(name: string, theme: (typeof THEMES)[number]): string {
  const alias = new RegExp(`--${name}: var\\(--([\\w-]+)\\)`).exec(sheet)?.[1];
  if (alias !== undefined) return token(alias, theme);
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(sheet);
  const colour = match?.[theme === 'light' ? 1 : 2];
  if (colour === undefined) throw new Error(`No colours for --${name}`);
  return colour;
}

// Relative luminance and contrast ratio as in WCAG 2.2.
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(THEMES)('the %s theme', (theme) => {
  it.each(GROUNDS.flatMap((ground) => TEXTS.map((text) => [text, ground] as const)))('%s is legible on %s', (text, ground) => {
    expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it.each([
    ['on-accent', 'accent'],
    ['on-ink', 'ink'],
  ])('%s is legible on %s', (text, ground) => {
    expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it.each(['bg', 'surface', 'raised'])('an edge is seen on %s', (ground) => {
    expect(contrast(token('edge', theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

it('measures contrast as the standard does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
