// The first lab from start to end with the keyboard alone: nothing is clicked and nothing is given the focus but by Tab, arrows, Space and Enter.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

/** More presses than the page has stops. */
const MOST_STOPS = 90;

test.beforeEach(({ page }) => watchFaults(page));

/** Tab, or Shift+Tab, until this has the focus. */
async function tabTo(page: Page, target: Locator, direction: 'on' | 'back' = 'on'): Promise<void> {
  await expect(target).toBeAttached();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport();
      return;
    }
    await page.keyboard.press(direction === 'on' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`the Tab key does not come to ${target}`);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const playhead = (page: Page) => page.getByRole('slider', { name: 'Playhead' });
const position = async (page: Page) => (await playhead(page).getAttribute('aria-valuetext')) ?? '';

async function run(page: Page): Promise<void> {
  await tabTo(page, button(page, 'Run'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/You changed a knob/)).toHaveCount(0);
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

/** Waits until the playhead has left where it stood. */
async function moves(page: Page, action: () => Promise<void>): Promise<void> {
  const before = await position(page);
  await action();
  await expect.poll(() => position(page)).not.toBe(before);
}

test('lab 1 from start to end with keys alone', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('#/widgets/session-lifecycle');
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();

  await test.step('predict, run, and be told at the end', async () => {
    await tabTo(page, page.getByRole('radio', { name: 'none', exact: true }));
    await page.keyboard.press('Space');
    await expect(page.getByText(/^You say: none/)).toBeVisible();
    await run(page);
    await tabTo(page, playhead(page));
    await page.keyboard.press('End');
    await expect(page.getByText('You said: none; it was 5 of 5.')).toBeVisible();
  });

  await test.step('play, pause, step forward and back', async () => {
    await page.keyboard.press('Home');
    await tabTo(page, button(page, 'Play'), 'back');
    await moves(page, () => page.keyboard.press('Space'));
    await expect(button(page, 'Pause')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(button(page, 'Play')).toBeFocused();
    await tabTo(page, button(page, 'On to the next packet'));
    await moves(page, () => page.keyboard.press('Enter'));
    const there = await position(page);
    await moves(page, () => page.keyboard.press('Enter'));
    await tabTo(page, button(page, 'Back to the previous packet'), 'back');
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe(there);
  });

  await test.step('turn a knob, and see another outcome', async () => {
    const clean = page.getByRole('group', { name: 'Return: clean session' });
    await tabTo(page, clean.getByRole('radio', { name: 'off' }), 'back');
    await page.keyboard.press('ArrowRight');
    await expect(clean.getByRole('radio', { name: 'on' })).toBeChecked();
    await expect(page.getByText(/You changed a knob/)).toBeVisible();
    await run(page);
    await tabTo(page, playhead(page));
    await page.keyboard.press('End');
    const got = page
      .getByRole('table', { name: /^What the device got/ })
      .getByRole('row', { name: /^Commands of the time away/ })
      .getByRole('cell');
    await expect(got).toHaveText('0 of 5');
  });

  const steps = page.getByRole('region', { name: 'Your steps' });
  await test.step('pull the cable at an instant, read what both sides hold, take it back', async () => {
    await page.keyboard.press('Home');
    const connection = page
      .getByRole('table', { name: 'Client id valve-07' })
      .getByRole('row', { name: /^Connection/ })
      .getByRole('cell');
    // From packet to packet, until the device has been let in.
    await expect(async () => {
      await page.keyboard.press('ArrowRight');
      await expect(connection).toHaveText([/^connected, for/, 'connected'], { timeout: 300 });
    }).toPass();
    const cable = page.getByRole('switch', { name: /^Cable of device/ });
    await tabTo(page, cable, 'back');
    await page.keyboard.press('Space');
    await expect(cable).toHaveAccessibleName('Cable of device: out');
    await expect(cable).toBeFocused();
    await expect(connection).toHaveText([/^connected, for/, 'connected; its cable is out']);
    await tabTo(page, steps.getByRole('button', { name: /^Take back: You pull the cable of device/ }));
    await page.keyboard.press('Enter');
    await expect(steps.getByText(/^Pull the cable while it plays/)).toBeVisible();
    await expect(connection).toHaveText([/^connected, for/, 'connected']);
  });

  await test.step('open a packet, and read one of its fields', async () => {
    await tabTo(page, page.getByRole('listbox', { name: /^Packets around the playhead/ }));
    await page.keyboard.press('ArrowDown');
    const packet = page.getByRole('region', { name: 'The packet' });
    await expect(packet.getByRole('gridcell').first()).toBeVisible();
    await tabTo(page, packet.getByRole('gridcell').first());
    await page.keyboard.press('ArrowRight');
    await expect(packet.getByRole('option', { selected: true })).toHaveText(/^Remaining Length/);
  });

  await test.step("read the broker's log, filtered", async () => {
    const log = page.getByRole('region', { name: 'Broker log' });
    await tabTo(page, log.getByRole('searchbox', { name: 'Filter' }));
    await page.keyboard.type('valve-07');
    await expect(log.getByRole('listitem').first()).toBeVisible();
    for (const line of await log.getByRole('listitem').allTextContents()) expect(line).toContain('valve-07');
    await tabTo(page, log.getByRole('list', { name: /^Lines of the broker/ }));
  });

  await test.step('everything back to the start', async () => {
    await page.keyboard.press('Alt+KeyR');
    await expect(page.getByRole('group', { name: 'Return: clean session' }).getByRole('radio', { name: 'off' })).toBeChecked();
    await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
  });
});
