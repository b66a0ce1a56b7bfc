// The queue of a session: a learner guesses which messages it keeps, meets the burst that MQTT 3.1.1 swallows, and finds the cure, all on the real broker.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/queue';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

async function runToTheEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/You changed a knob/)).toHaveCount(0);
  await finished(page);
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('End');
}

function figure(page: Page, name: RegExp) {
  return page
    .getByRole('table', { name: /^What became of the messages/ })
    .getByRole('row', { name })
    .getByRole('cell');
}

test('a full queue keeps the oldest, and its publisher hears of success', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await page.getByRole('radio', { name: 'the newest' }).check({ force: true });
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('You said: the newest; it was: the oldest, 10 of 25.')).toBeVisible();
  await expect(figure(page, /^Dropped on arrival/)).toHaveText(['15', '15']);
  await expect(figure(page, /^Drops that the broker counts/)).toHaveText(['–', '15']);
  const notice = page.getByRole('region', { name: 'What to notice' });
  await expect(notice.getByText('Outgoing messages are being dropped for client valve-07.')).toBeVisible();

  await page.getByRole('radio', { name: 'Messages that expire' }).check({ force: true });
  await runToTheEnd(page);
  await expect(figure(page, /^Delivered/)).toHaveText(['–', '0']);
  await expect(notice.getByText(/10 messages were long expired and held their places/)).toBeVisible();
});

test('a QoS 2 burst loses 80 of 100 on 3.1.1, is told on 5.0, and fits a window of 20', async ({ page }) => {
  await page.goto(`${LAB}?situation=burst`);
  await runToTheEnd(page);
  await expect(figure(page, /^Publisher told “success”/)).toHaveText(['100']);
  await expect(figure(page, /^Delivered/)).toHaveText(['20']);

  await page.getByRole('radio', { name: '5.0' }).check({ force: true });
  await runToTheEnd(page);
  await expect(figure(page, /^Publisher told “error”/)).toHaveText(['40']);
  await expect(figure(page, /^Delivered/)).toHaveText(['60']);

  const underWay = page.getByRole('textbox', { name: 'Under way at once' });
  await underWay.fill('20');
  await underWay.press('Enter');
  await runToTheEnd(page);
  await expect(figure(page, /^Delivered/)).toHaveText(['100']);
});
