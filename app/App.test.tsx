import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from './App.tsx';
import { widgets } from './widgets/list.ts';

// The run on the home page has a test of its own.
vi.mock('./home/LiveRun.tsx', () => ({ default: () => <p>a run</p> }));

beforeEach(() => {
  window.scrollTo = vi.fn();
  window.history.replaceState(null, '', '/');
});
afterEach(cleanup);

async function goTo(path: string): Promise<void> {
  await act(async () => {
    const changed = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    window.location.hash = path;
    await changed;
  });
}

describe('the app', () => {
  it('opens with its widgets', async () => {
    render(<App />);
    expect(await screen.findByText('a run')).toBeTruthy();
    expect(document.title).toBe('Session Lab');
    expect(document.documentElement.lang).toBe('en');
    for (const { slug } of widgets) {
      const ways = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
      expect(ways).toContain(`#/widgets/${slug}`);
    }
  });

  it('leads only where something is', async () => {
    render(<App />);
    await screen.findByText('a run');
    const pages = within(screen.getByRole('navigation', { name: 'Pages' })).getAllByRole('link');
    expect(pages.map((link) => link.getAttribute('href'))).toEqual(['#/', '#/about']);
    expect(pages[0]?.getAttribute('aria-current')).toBe('page');
    for (const page of pages) {
      await goTo(page.getAttribute('href') ?? '');
      expect(screen.queryByText('There is nothing at this address')).toBeNull();
    }
  });

  it('takes title, focus and the top of the page along to a new page', async () => {
    render(<App />);
    await screen.findByText('a run');
    await goTo('/about');
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.textContent).toBe('What is real here, and what is a model');
    expect(document.title).toBe('What is real here, and what is a model · Session Lab');
    expect(document.activeElement).toBe(heading);
    expect(window.scrollTo).toHaveBeenCalledWith(0, 0);
  });

  it.each(['/nowhere', '/widgets/nothing', '/widgets', '/alone/nothing'])('says that nothing is at %s', async (path) => {
    window.history.replaceState(null, '', `/#${path}`);
    render(<App />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is nothing at this address');
    expect(screen.getByText(`#${path}`)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See all widgets' }).getAttribute('href')).toBe('#/');
  });

  it('shows a widget alone without the frame', () => {
    window.history.replaceState(null, '', '/#/alone/nothing');
    render(<App />);
    expect(screen.getByRole('main')).toBeTruthy();
    expect(screen.queryByRole('banner')).toBeNull();
    expect(screen.queryByRole('contentinfo')).toBeNull();
  });

  it('lets a keyboard skip the header', async () => {
    const user = userEvent.setup();
    render(<App />);
    (document.activeElement as HTMLElement | null)?.blur();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Skip to the content');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('tells whose broker it is on the page about it', async () => {
    window.history.replaceState(null, '', '/#/about');
    render(<App />);
    expect(screen.getByRole('link', { name: 'Eclipse Public License 2.0' }).getAttribute('href')).toBe(
      'https://www.eclipse.org/legal/epl-2.0/',
    );
    expect(screen.getByRole('link', { name: 'Eclipse Distribution License 1.0' })).toBeTruthy();
  });
});
