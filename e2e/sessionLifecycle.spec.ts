// The session lifecycle, by keyboard alone: guess, watch, change what is asked for, read in the broker's own table and log what remains.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/session-lifecycle';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await expect(page.getByText(/You changed a knob/)).toHaveCount(0);
  await finished(page);
}

/** Puts the playhead to an instant, in virtual seconds, and keeps it there. */
async function goTo(page: Page, seconds: number | 'end'): Promise<void> {
  const pause = page.getByRole('button', { name: 'Pause' });
  if (await pause.isVisible()) await pause.press('Enter');
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await playhead.focus();
  if (seconds === 'end') await page.keyboard.press('End');
  else await playhead.fill(String(seconds * 1_000_000));
}

const outcome = (page: Page, name: RegExp) =>
  page
    .getByRole('table', { name: /^What the device got/ })
    .getByRole('row', { name })
    .getByRole('cell');

test('a session kept, and wiped by the device itself', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  const none = page.getByRole('radio', { name: 'none', exact: true });
  await none.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Go to the end' }).press('Enter');
  await expect(page.getByText('You said: none; it was 5 of 5.')).toBeVisible();
  await expect(outcome(page, /^Told on its return/)).toHaveText('session present');

  await page.getByRole('group', { name: 'Return: clean session' }).getByRole('radio', { name: 'off' }).focus();
  await page.keyboard.press('ArrowRight');
  await run(page);
  await goTo(page, 'end');
  await expect(outcome(page, /^Commands of the time away/)).toHaveText('0 of 5');
  await expect(outcome(page, /^The command after/)).toHaveText('did not arrive');
  await expect(page.getByText(/^The device wiped it itself/)).toBeVisible();
  const table = page.getByRole('table', { name: 'Client id valve-07' });
  await expect(table.getByRole('row', { name: /^Subscriptions/ }).getByRole('cell')).toHaveText(['none', /valve\/07\/cmd/]);
});

test('a pulled cable: the device believes in its connection after the broker has closed it', async ({ page }) => {
  await page.goto(`${LAB}?end=cable&away=20`);
  await finished(page);
  await goTo(page, 12);
  await expect(page.getByText(/^“device” believes it is connected; the broker closed its connection 4 s ago\.$/)).toBeVisible();
  const log = page.getByRole('region', { name: 'Broker log' });
  await expect(log.getByText('Client valve-07 has exceeded timeout, disconnecting.')).toBeVisible();
  await goTo(page, 5);
  await expect(page.getByText(/believes it is connected; the broker closed/)).toHaveCount(0);
  await goTo(page, 12);
  await expect(page.getByText(/the broker closed its connection 4 s ago/)).toBeVisible();
});

test('5.0: the expiry counts down in the table, and the session goes', async ({ page }) => {
  await page.goto(`${LAB}?version=5.0&expiry=5&away=15`);
  await finished(page);
  const table = page.getByRole('table', { name: 'Client id valve-07' });
  await goTo(page, 5);
  await expect(
    table
      .getByRole('row', { name: /^Without connection/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(/^gone in \d/);
  await goTo(page, 15);
  await expect(
    table
      .getByRole('row', { name: /^Connection/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(/^no session: removed/);
  await goTo(page, 'end');
  await expect(outcome(page, /^Commands of the time away/)).toHaveText('0 of 5');
});

test('five strategies side by side: what each loses, or wrongly keeps', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await page.getByRole('radio', { name: 'one device' }).focus();
  await page.keyboard.press('ArrowRight');
  await run(page);
  await goTo(page, 'end');
  const row = (name: RegExp) =>
    page
      .getByRole('table', { name: /^Messages to the five programs/ })
      .getByRole('row', { name })
      .getByRole('cell');
  await expect(row(/^clean first only/)).toHaveText(['6', '3 of 3', '0 of 3', 'nothing']);
  await expect(row(/^always clean/)).toHaveText(['3', '0 of 3', '0 of 3', 'nothing']);
  await expect(row(/^new id each start/)).toHaveText(['6', '3 of 3', '0 of 3', 'a session with 4']);
  await expect(row(/^connects twice/)).toHaveText(['6', '3 of 3', '0 of 3', 'nothing']);
  await expect(row(/^never clean/)).toHaveText(['9', '3 of 3', '3 of 3', 'nothing']);
  await expect(page.getByText(/cannot tell a reconnection from a new start/)).toBeVisible();
});
