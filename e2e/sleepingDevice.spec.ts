// A valve in deep sleep: commands wait in its session, or are lost; joining the Wi-Fi costs most of its energy.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/sleeping-device';

test.beforeEach(({ page }) => watchFaults(page));

async function openAtTheEnd(page: Page, search: string): Promise<void> {
  await page.goto(`${LAB}${search}`);
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
  await page.getByRole('slider', { name: 'Playhead' }).press('End');
}

const outcome = (page: Page, name: RegExp) =>
  page
    .getByRole('table', { name: /^What the valve got/ })
    .getByRole('row', { name })
    .getByRole('cell');

test('with a session every command waits for the valve; the way into the Wi-Fi costs most', async ({ page }) => {
  await openAtTheEnd(page, '');
  await expect(outcome(page, /^Commands that came/)).toHaveText('9 of 9');
  await expect(outcome(page, /^SUBSCRIBE sent/)).toHaveText('1');
  const group = page.getByRole('group', { name: 'What costs most' });
  await group.getByRole('radio', { name: 'sleep' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(/^You said: sleep; it is Wi-Fi, with \d+% of all\.$/)).toBeVisible();
});

test('5.0: a session that ends before the valve is back keeps nothing, and the knob says so', async ({ page }) => {
  await openAtTheEnd(page, '?version=5.0&expiry=10');
  await expect(page.getByText(/The session is to end before the device is back/)).toBeVisible();
  await expect(outcome(page, /^Commands that came/)).toHaveText('0 of 9');
  await expect(page.getByText(/A session expiry has to outlast the longest sleep/)).toBeVisible();
});
