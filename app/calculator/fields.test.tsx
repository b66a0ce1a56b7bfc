import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import type { NumberKnob, TextKnob } from '../state/knobs.ts';
import { QuantityField } from './QuantityField.tsx';
import type { Dimension } from './quantity.ts';
import { steppedQuantity } from './steppedQuantity.ts';
import { TextField } from './TextField.tsx';
import { typedQuantity } from './typedQuantity.ts';

afterEach(cleanup);

const OUTAGE: NumberKnob = { kind: 'number', parameter: 'outage', minimum: 1, maximum: 86_400, step: 1, standard: 60, shownPer: 1 };
const RISK: NumberKnob = {
  ...OUTAGE,
  parameter: 'risk',
  minimum: 1e-18,
  maximum: 0.99,
  step: 1e-18,
  standard: 1e-6,
  significantDigits: 12,
};
const LENGTH: NumberKnob = { ...OUTAGE, parameter: 'length', maximum: 64, standard: 4 };

let given: number[] = [];
let setFromElsewhere: (value: number) => void = () => undefined;

function Field({ knob, dimension }: { readonly knob: NumberKnob; readonly dimension: Dimension }) {
  const [value, setValue] = useState(knob.standard);
  setFromElsewhere = setValue;
  const take = (next: number) => {
    given.push(next);
    setValue(next);
  };
  return <QuantityField label="Amount" knob={knob} dimension={dimension} value={value} onChange={take} corrections={[]} />;
}

function open(knob: NumberKnob, dimension: Dimension) {
  given = [];
  render(<Field knob={knob} dimension={dimension} />, { wrapper: Translations });
  return { field: screen.getByRole<HTMLInputElement>('textbox', { name: 'Amount' }), user: userEvent.setup() };
}
const said = (field: HTMLElement) => document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent;

describe('a quantity field', () => {
  it('takes any unit while it is typed, and says what it makes of it', async () => {
    const { field, user } = open(OUTAGE, 'time');
    expect(field.value).toBe('1 min');
    await user.clear(field);
    await user.type(field, '5 min');
    expect(given.at(-1)).toBe(300);
    expect(said(field)).toBe('= 300 s');
    expect(field.value).toBe('5 min');
  });

  it('names what is wrong on leaving, not before, and keeps the last good value', async () => {
    const { field, user } = open(OUTAGE, 'time');
    await user.clear(field);
    await user.type(field, '5 parsec');
    expect(field.getAttribute('aria-invalid')).toBe('false');
    await user.tab();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(said(field)).toBe('“parsec” is no unit that fits here. The page still reckons with 5 s.');
    expect(given.at(-1)).toBe(5);
    await user.click(field);
    await user.keyboard('{Escape}');
    expect(field.value).toBe('5 s');
    expect(field.getAttribute('aria-invalid')).toBe('false');
  });

  it.each([
    ['2 days', 'time', OUTAGE, '“2 days” is too much; 1 d is the most. The page still reckons with 1 min.'],
    ['0', 'time', OUTAGE, '“0” is too little; 1 s is the least. The page still reckons with 1 min.'],
    ['1.5 s', 'time', OUTAGE, 'Only whole numbers here. The page still reckons with 1 min.'],
    ['', 'time', OUTAGE, 'Nothing is typed here. The page still reckons with 1 min.'],
    ['20', 'probability', RISK, 'A chance cannot be above 1. Write 20 % or 1 in 20 if that is meant. The page still reckons with 1e-6.'],
  ] as const)('“%s” of %s is named', async (typed, dimension, knob, words) => {
    const { field, user } = open(knob, dimension);
    await user.click(field);
    if (typed === '') await user.clear(field);
    else await user.paste(typed);
    await user.keyboard('{Enter}');
    expect(said(field)).toBe(words);
  });

  it('is moved by arrow keys, along powers of ten where it spans many', async () => {
    const { field, user } = open(RISK, 'probability');
    await user.click(field);
    await user.keyboard('{ArrowUp}{ArrowUp}{PageUp}{ArrowDown}');
    expect(given).toEqual([2e-6, 5e-6, 5e-5, 2e-5]);
    expect(field.value).toBe('2e-5');
  });

  it('forgets what was typed when the value is set from elsewhere', async () => {
    const { field, user } = open(OUTAGE, 'time');
    await user.clear(field);
    await user.type(field, 'nonsense{Enter}');
    act(() => setFromElsewhere(120));
    expect(field.value).toBe('2 min');
    expect(field.getAttribute('aria-invalid')).toBe('false');
  });
});

describe('steps by keys', () => {
  it.each([
    ['ArrowUp', false, 4, LENGTH, 5],
    ['PageUp', false, 60, LENGTH, 64],
    ['ArrowDown', false, 1, LENGTH, 1],
    ['ArrowUp', false, 1, OUTAGE, 2],
    ['ArrowUp', true, 1, OUTAGE, 2],
    ['ArrowUp', true, 1_000, OUTAGE, 1_100],
    ['ArrowDown', false, 1_000, OUTAGE, 500],
    ['ArrowUp', false, 86_400, OUTAGE, 86_400],
    ['Tab', false, 7, OUTAGE, 7],
  ] as const)('%s (Shift: %s) from %d', (key, shift, from, knob, to) => expect(steppedQuantity(from, key, shift, knob)).toBe(to));
});

it('of two meanings the one that fits is taken', () => {
  expect(typedQuantity('1,000', 'time', { ...OUTAGE, maximum: 10 })).toEqual({ problem: null, value: 1 });
  expect(typedQuantity('1,000', 'time', OUTAGE)).toEqual({ problem: null, value: 1_000 });
});

const PREFIX: TextKnob = { kind: 'text', parameter: 'prefix', standard: 'a', longest: 3, pattern: /^[a-z]*$/ };
let texts: string[] = [];

function Prefix() {
  const [value, setValue] = useState(PREFIX.standard);
  const take = (next: string) => {
    texts.push(next);
    setValue(next);
  };
  return <TextField label="Prefix" knob={PREFIX} value={value} onChange={take} corrections={[]} whyNot={(typed) => `not ${typed}`} />;
}

it('a text field keeps the last good text and says why not', async () => {
  texts = [];
  render(<Prefix />, { wrapper: Translations });
  const user = userEvent.setup();
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Prefix' });
  await user.type(field, 'b7');
  expect(texts).toEqual(['ab']);
  expect(screen.getByText('not ab7')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(field.value).toBe('ab');
});
