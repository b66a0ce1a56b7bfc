import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { DisplayControl } from './DisplayControl.tsx';
import { markDocument, useDisplayPreference } from './displayPreference.ts';
import { useReducedMotion } from './useReducedMotion.ts';

let unmark: (() => void) | undefined;
beforeEach(() => {
  useDisplayPreference.getState().setTheme('system');
  useDisplayPreference.getState().setMotion('system');
  unmark = markDocument(document.documentElement);
});
afterEach(() => {
  cleanup();
  unmark?.();
});

function Motion() {
  return <output>{useReducedMotion() ? 'steps' : 'moves'}</output>;
}

async function open() {
  const user = userEvent.setup();
  render(
    <Translations>
      <DisplayControl />
      <Motion />
      <button type="button">elsewhere</button>
    </Translations>,
  );
  const button = screen.getByRole('button', { name: 'Theme and motion' });
  await user.click(button);
  return { user, button };
}

describe('theme and motion', () => {
  it('leaves both to the system at first', async () => {
    await open();
    expect(screen.getAllByRole<HTMLInputElement>('radio', { name: 'System' }).map((radio) => radio.checked)).toEqual([true, true]);
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
    expect(document.documentElement.hasAttribute('data-motion')).toBe(false);
  });

  it('marks the document and keeps the choice', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await user.click(screen.getByRole('radio', { name: 'In steps' }));
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', motion: 'reduced' });
    expect(window.localStorage.getItem('session-lab:theme')).toBe('dark');
    expect(window.localStorage.getItem('session-lab:motion')).toBe('reduced');
    expect(screen.getByRole('status').textContent).toBe('steps');
  });

  it('gives it back to the system', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(document.documentElement.dataset.theme).toBe('light');
    await user.click(screen.getAllByRole('radio', { name: 'System' })[0] ?? document.body);
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
  });

  it('moves where the learner wants motion', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('radio', { name: 'Full' }));
    expect(screen.getByRole('status').textContent).toBe('moves');
  });
});

describe('its panel', () => {
  it('says whether it is open, and closes with Escape, back to its button', async () => {
    const { user, button } = await open();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await user.tab();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('radio', { name: 'Dark' })).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  it('closes with a click elsewhere', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'elsewhere' }));
    expect(screen.queryByRole('radio', { name: 'Dark' })).toBeNull();
  });

  it('closes when the keyboard leaves it', async () => {
    const { user } = await open();
    await user.tab();
    await user.tab();
    expect(screen.queryByRole('radio', { name: 'Dark' })).not.toBeNull();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('elsewhere');
    expect(screen.queryByRole('radio', { name: 'Dark' })).toBeNull();
  });
});
