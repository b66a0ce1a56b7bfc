import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppErrorBoundary } from './AppErrorBoundary.tsx';
import { Translations } from './i18n/Translations.tsx';

// React writes what it caught to the console, as it should; here it would drown the report.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let broken = true;

function Fragile() {
  if (broken) throw new Error('the drawer is stuck');
  return <p>all is well</p>;
}

function show() {
  render(
    <Translations>
      <AppErrorBoundary>
        <Fragile />
      </AppErrorBoundary>
    </Translations>,
  );
  return userEvent.setup();
}

it('says what broke, and goes on once it is mended', async () => {
  broken = true;
  const user = show();
  expect(screen.getByRole('alert').textContent).toContain('This part of the lab stopped working');
  expect(screen.getByText('Error: the drawer is stuck')).toBeTruthy();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('all is well')).toBeTruthy();
});

it('stays up while it stays broken', async () => {
  broken = true;
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('alert')).toBeTruthy();
});

it('leads to the widgets', async () => {
  broken = true;
  window.location.hash = '/widgets/broken';
  const user = show();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Go to the widgets' }));
  expect(window.location.hash).toBe('#/');
  expect(screen.queryByRole('alert')).toBeNull();
});
