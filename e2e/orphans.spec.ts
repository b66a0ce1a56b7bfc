// Orphans: a learner sees a session pile up for each start of one device, lets the broker forget them, and finds the cure, all on the real broker.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/orphans';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

async function toTheEnd(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('End');
}

async function runToTheEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/You changed a knob/)).toHaveCount(0);
  await finished(page);
  await toTheEnd(page);
}

function figure(page: Page, name: RegExp) {
  return page
    .getByRole('table', { name: /^Sessions and messages of the device/ })
    .getByRole('row', { name })
    .getByRole('cell');
}

test('twelve starts, twelve sessions; an id that stays is the cure', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await page.getByRole('radio', { name: 'one', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('You said: one; it was 12.')).toBeVisible();
  await expect(figure(page, /^Most copies waiting/)).toHaveText('110');
  await expect(figure(page, /^Given to the device/)).toHaveText('0');
  await expect(page.getByRole('img', { name: 'The broker’s heap' })).toBeVisible();
  await expect(page.getByRole('table', { name: /^11 sessions that no client here goes by, with 110 messages waiting/ })).toBeVisible();

  await page.getByRole('radio', { name: 'from the MAC address' }).check({ force: true });
  await runToTheEnd(page);
  await expect(figure(page, /^Sessions at the end/)).toHaveText('1');
  await expect(figure(page, /^Given to the device/)).toHaveText('10');
});

test('two hundred orphans, and a broker that forgets them after an hour', async ({ page }) => {
  await page.goto(`${LAB}?starts=200&expiration=1h`);
  await runToTheEnd(page);
  await expect(figure(page, /^Most sessions at a time/)).toHaveText('200');
  await expect(figure(page, /^Sessions at the end/)).toHaveText('1');
  await expect(page.getByRole('region', { name: 'What to notice' }).getByText(/199 sessions expired/)).toBeVisible();
});
