// The buffer calculator by keyboard: a wrong outage is named, a right one reckoned; a buffer too small loses, the code has the sizes, the bench agrees, the table is saved.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const CALCULATOR = '#/widgets/buffer-size';

test.beforeEach(({ page }) => watchFaults(page));

const figure = (page: Page, name: RegExp) =>
  page.getByRole('table', { name: 'The answer in figures' }).getByRole('row', { name }).getByRole('cell').first();

test('from a wrong outage to code and table that can be taken along', async ({ page }) => {
  await page.goto(CALCULATOR);
  const outage = page.getByRole('textbox', { name: 'Outage', exact: true });
  await expect(figure(page, /^Room for all of them/)).toHaveText('19,260 bytes');
  await outage.fill('a while');
  await outage.press('Enter');
  await expect(page.getByText('“a while” is no number. The page still reckons with 1 h.')).toBeVisible();
  await outage.fill('24 h');
  await expect(figure(page, /^Room for all of them/)).toHaveText('462,240 bytes');
  await expect(figure(page, /^Lost because the buffer is full/)).toHaveText('1,340');
  await expect(page.getByText(/^The first 1,340 readings of the outage will be missing/)).toBeVisible();

  await page.getByRole('button', { name: 'Take 1,440 slots, enough for all' }).press('Enter');
  await expect(page.getByText(/does not fit into RAM\.$/)).toBeVisible();
  await page.getByRole('radio', { name: 'equal slots' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure(page, /^Room for all of them/)).toHaveText('53,280 bytes');
  await expect(page.getByText(/A buffer of 1,440 slots in RAM holds them all\.$/)).toBeVisible();

  await page.locator('summary', { hasText: 'The C code: offline_buffer.h' }).press('Enter');
  await expect(page.getByText('#define BUFFER_SIZE 53280U')).toBeVisible();
  await page.locator('summary', { hasText: 'Take it along' }).press('Enter');
  await page.getByRole('tab', { name: 'Sentence' }).press('ArrowRight');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save offline-buffer.csv: Table (CSV)' }).press('Enter');
  expect((await download).suggestedFilename()).toBe('offline-buffer.csv');
});

test('the same outage on the bench: what is held, lost, and how long it takes to empty', async ({ page }) => {
  await page.goto(`${CALCULATOR}?outage=120&rate=0.5&slots=40`);
  await expect(figure(page, /^Lost because the buffer is full/)).toHaveText('20');
  await page.getByRole('button', { name: 'Run it 8 times on the broker' }).press('Enter');
  await expect(page.getByText(/^8 runs, served by Mosquitto/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Held at the return: exactly as reckoned.')).toBeVisible();
  await expect(page.getByText(/^Lost, buffer full: the formula and the broker agree/)).toBeVisible();
  await expect(page.getByText(/^Time to empty: /)).toHaveText(/agree|exactly as reckoned/);
});
