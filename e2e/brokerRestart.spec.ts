// The broker's restart: a learner guesses, sees that persistence alone does not outlive a crash, finds what does, and meets a session that is never written.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/broker-restart';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/You changed a knob/)).toHaveCount(0);
  await finished(page);
}

async function toTheEnd(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('End');
}

const cells = (page: Page, name: RegExp) =>
  page
    .getByRole('table', { name: /^What the broker held/ })
    .getByRole('row', { name })
    .getByRole('cell');

test('a crash before the first save, a save in time, a clean stop', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await page.getByRole('radio', { name: 'all', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('You said: all; it was 0 of 8.')).toBeVisible();
  await expect(cells(page, /^Session of the logger/)).toHaveText(['there', '–', 'gone']);
  const notice = page.getByRole('region', { name: 'What to notice' });
  await expect(notice.getByText(/had never been written when the broker crashed/)).toBeVisible();

  const interval = page.getByRole('textbox', { name: 'Autosave interval' });
  await interval.fill('5');
  await interval.press('Enter');
  await run(page);
  await toTheEnd(page);
  await expect(cells(page, /^Readings waiting/)).toHaveText(['8', '4', '4']);
  await expect(cells(page, /^Retained message/)).toHaveText(['level 8', 'level 4', 'level 4']);
  await expect(notice.getByText('Saving in-memory database to mosquitto.db.')).toBeVisible();

  await page.getByRole('radio', { name: 'clean stop' }).check({ force: true });
  await run(page);
  await toTheEnd(page);
  await expect(cells(page, /^Readings waiting/)).toHaveText(['8', '8', '8']);
  await expect(notice.getByText(/The logger got all 8 readings/)).toBeVisible();
});

test('5.0: a session that began with clean start 1 is not written, the retained message is', async ({ page }) => {
  await page.goto(`${LAB}?version=5.0&end=stop&first=on`);
  await finished(page);
  await toTheEnd(page);
  await expect(cells(page, /^Session of the logger/)).toHaveText(['there', 'there', 'gone']);
  await expect(cells(page, /^Retained message/)).toHaveText(['level 8', 'level 8', 'level 8']);
  await expect(page.getByText(/Mosquitto 2\.0 writes only sessions whose client last connected with clean start 0/)).toBeVisible();
});
