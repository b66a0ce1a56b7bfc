// Two devices with one client id: a learner guesses, watches the real broker throw one out, meets the ping-pong, and finds the cure.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/take-over';

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

test('guess, take-over, ping-pong, cure', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await page.getByRole('radio', { name: 'never' }).check({ force: true });
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('You said: never; it was 1 time.')).toBeVisible();
  const notice = page.getByRole('region', { name: 'What to notice' });
  await expect(notice.getByText('Client valve-07 already connected, closing old connection.')).toBeVisible();
  await expect(notice.getByText(/got no packet: MQTT 3\.1\.1 has none/)).toBeVisible();
  const log = page.getByRole('region', { name: 'Broker log' });
  await expect(log.getByText('Client valve-07 already connected, closing old connection.')).toBeVisible();

  await page.getByRole('radio', { name: '5.0' }).check({ force: true });
  await run(page);
  await toTheEnd(page);
  await expect(notice.getByText(/reason code 0x8E/)).toBeVisible();

  await page.getByRole('radio', { name: 'connects again' }).check({ force: true });
  await run(page);
  await toTheEnd(page);
  const cost = page.getByRole('table', { name: /^Connections and traffic/ });
  const accepted = cost.getByRole('row', { name: /^Accepted/ }).getByRole('cell');
  // About four take-overs a second, for ten seconds, and every CONNACK a success.
  await expect.poll(async () => Number(await accepted.first().textContent())).toBeGreaterThan(15);
  await expect(notice.getByText(/refused none/)).toBeVisible();

  await page.getByRole('radio', { name: 'one each' }).check({ force: true });
  await run(page);
  await toTheEnd(page);
  await expect.poll(() => accepted.allTextContents()).toEqual(['1', '1']);
  await expect(notice.getByText(/Nobody is thrown out/)).toBeVisible();
});

test("the broker's session table stands beside what both believe, in step with the playhead", async ({ page }) => {
  await page.goto(`${LAB}?first=off&second=off`);
  await finished(page);
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await playhead.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText(/holds no session/)).toBeVisible();
  await toTheEnd(page);
  const table = page.getByRole('table', { name: 'Client id valve-07' });
  const connection = table.getByRole('row', { name: /^Connection/ }).getByRole('cell');
  await expect(connection).toHaveText([/^connected, for/, 'cut off', 'connected']);
  await expect(
    table
      .getByRole('row', { name: /^At the start/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('told: a session was there');
});
