import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import type { WidgetDefinition } from '../widgets/widget.ts';
import { WidgetPage } from './WidgetPage.tsx';

const load = vi.hoisted(() => vi.fn<() => Promise<{ default: ComponentType }>>());

vi.mock('../widgets/list.ts', () => {
  const widget: WidgetDefinition = { slug: 'one', kind: 'lab', order: 10, titleKey: 'app.name', goalKey: 'app.skip', load };
  return { widgets: [widget], widgetBySlug: (slug: string) => (slug === 'one' ? widget : undefined) };
});

beforeEach(() => {
  load.mockReset();
});
afterEach(cleanup);

const Widget = () => <p>the widget</p>;

it('shows title and goal at once, and the widget when it has come', async () => {
  let arrive: (module: { default: ComponentType }) => void = () => undefined;
  load.mockReturnValue(
    new Promise((resolve) => {
      arrive = resolve;
    }),
  );
  render(<WidgetPage slug="one" />, { wrapper: Translations });
  expect(screen.getByRole('heading', { level: 1, name: 'Session Lab' })).toBeTruthy();
  expect(screen.getByText('Skip to the content')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Setting up the bench…');
  await act(async () => arrive({ default: Widget }));
  expect(screen.getByText('the widget')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

it('offers another try when the widget does not come', async () => {
  load.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce({ default: Widget });
  render(<WidgetPage slug="one" />, { wrapper: Translations });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('A part of the lab did not arrive');
  expect(alert.textContent).toContain('TypeError: Failed to fetch');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('the widget')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(2);
});

it('knows which widgets there are', () => {
  render(<WidgetPage slug="two" />, { wrapper: Translations });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is nothing at this address');
});
