import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { Knob, type KnobProps } from './Knob.tsx';

afterEach(cleanup);

interface HeldProps {
  readonly given: Partial<KnobProps>;
  readonly onChange: (value: number) => void;
}

/** A knob whose value is kept, as on a page. */
function Held({ given, onChange }: HeldProps) {
  const [value, setValue] = useState(given.value ?? 20);
  const keep = (next: number) => {
    onChange(next);
    setValue(next);
  };
  return (
    <Knob label="Packets lost" unit="%" range={{ min: 0, max: 60, step: 1, precision: 0.1 }} {...given} value={value} onChange={keep} />
  );
}

function show(given: Partial<KnobProps> = {}) {
  const onChange = vi.fn<(value: number) => void>();
  render(<Held given={given} onChange={onChange} />, { wrapper: Translations });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Packets lost' });
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Packets lost, slider' });
  return { onChange, field, slider, user: userEvent.setup() };
}

async function type(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  if (text !== '') await user.type(field, text);
}

describe('typing at a knob', () => {
  it('takes the value on Enter, not before', async () => {
    const { user, field, onChange } = show();
    await type(user, field, '35');
    expect(onChange).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onChange.mock.calls).toEqual([[35]]);
    expect(field.value).toBe('35');
  });

  it('takes the value on leaving the field', async () => {
    const { user, field, onChange } = show();
    await type(user, field, '12,5%');
    await user.tab();
    expect(onChange.mock.calls).toEqual([[12.5]]);
    expect(field.value).toBe('12.5');
  });

  it('Escape brings back what stood there', async () => {
    const { user, field, onChange } = show();
    await type(user, field, '35');
    await user.keyboard('{Escape}');
    expect(field.value).toBe('20');
    await user.tab();
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each([
    ['75', '60', '60% is the most; set to 60%.'],
    ['-3', '0', '0% is the least; set to 0%.'],
    ['12.34', '12.3', 'It goes in steps of 0.1%; set to 12.3%.'],
    ['abc', '20', '“abc” is not a number it can use; kept 20%.'],
    ['', '20', 'Nothing was typed; kept 20%.'],
  ])('%j becomes %s, with a word about it that is read out', async (typed, becomes, word) => {
    const { user, field } = show();
    await type(user, field, typed);
    await user.keyboard('{Enter}');
    expect(field.value).toBe(becomes);
    const said = screen.getByText(word);
    expect(said.getAttribute('aria-live')).toBe('polite');
    expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(said.id);
  });

  it('keeps the word until the next edit', async () => {
    const { user, field } = show();
    await type(user, field, '75');
    await user.tab();
    expect(screen.queryByText(/is the most/)).not.toBeNull();
    await user.type(field, '1');
    expect(screen.queryByText(/is the most/)).toBeNull();
  });

  it('steps with the arrow keys, from what is typed', async () => {
    const { user, field } = show();
    await type(user, field, '30');
    await user.keyboard('{ArrowUp}');
    expect(field.value).toBe('31');
    await user.keyboard('{PageDown}');
    expect(field.value).toBe('21');
  });

  it('writes groups of thousands and reads them back', async () => {
    const { user, field } = show({ range: { min: 1, max: 60_000, step: 1 }, unit: 'ms', value: 100 });
    await type(user, field, '1.5 s');
    await user.keyboard('{Enter}');
    expect(field.value).toBe('1,500');
    await user.type(field, ' ');
    await user.keyboard('{Enter}');
    expect(field.value).toBe('1,500');
    expect(document.querySelector('[aria-live]')?.textContent).toBe('');
  });
});

describe('sliding at a knob', () => {
  it('changes the value at once and says it with its unit', async () => {
    const { user, slider, field, onChange } = show();
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(slider);
    await user.keyboard('{ArrowRight}{PageUp}');
    expect(onChange.mock.calls).toEqual([[21], [31]]);
    expect(field.value).toBe('31');
    expect(slider.getAttribute('aria-valuetext')).toBe('31%');
  });

  it('goes finer with Shift, to the ends with Home and End', async () => {
    const { user, onChange } = show();
    await user.tab();
    await user.tab();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}{End}{Home}');
    expect(onChange.mock.calls).toEqual([[20.1], [60], [0]]);
  });

  it('drops the word of an earlier correction', async () => {
    const { user, field } = show();
    await type(user, field, '75');
    await user.tab();
    await user.keyboard('{ArrowLeft}');
    expect(field.value).toBe('59');
    expect(screen.queryByText(/is the most/)).toBeNull();
  });
});

it('shows a remark from elsewhere until it has a word of its own', async () => {
  const { user, field } = show({ remark: 'The link asked for 99%.' });
  expect(screen.queryByText('The link asked for 99%.')).not.toBeNull();
  await type(user, field, 'x');
  await user.tab();
  expect(screen.queryByText('The link asked for 99%.')).toBeNull();
});

it('can do without a slider', () => {
  render(<Knob label="Seed" slider={false} value={7} onChange={() => undefined} range={{ min: 0, max: 4_294_967_295, step: 1 }} />, {
    wrapper: Translations,
  });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Seed' }).value).toBe('7');
  expect(screen.queryByRole('slider')).toBeNull();
});

it('cannot be turned while it is off', () => {
  const { field, slider } = show({ disabled: true });
  expect(field.disabled).toBe(true);
  expect(slider.disabled).toBe(true);
});
