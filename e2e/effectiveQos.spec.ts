// Effective QoS: a learner guesses a level, sees the rule on the real broker, lets the broker break it, cuts connections, and hears the emergency stop as it can happen.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/effective-qos';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

async function toTheEnd(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('End');
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/You changed a knob/)).toHaveCount(0);
  await finished(page);
  await toTheEnd(page);
}

/** The cells of the matrix, row by row, each with its first lines: the level and how often. */
async function cells(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: /^How the message of each publisher/ });
  const texts = await table.getByRole('row').getByRole('cell').allTextContents();
  return texts.map((text) => /^(QoS \d)?(lost|once|twice|\d times)/.exec(text)?.[0] ?? '').filter((text) => text !== '');
}

test('guess a level, see the rule, and let the broker go past it', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await page.getByRole('group', { name: 'The level at which it arrives' }).getByRole('radio', { name: 'QoS 2' }).check({ force: true });
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('You said: QoS 2; it was: QoS 0.')).toBeVisible();
  const at = (qos: number) => `QoS ${qos}once`;
  await expect.poll(() => cells(page)).toEqual([0, 0, 0, 0, 1, 1, 0, 1, 2].map(at));

  await page.getByRole('radio', { name: 'true' }).check({ force: true });
  await run(page);
  await expect.poll(() => cells(page)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2].map(at));
  await expect(page.getByText(/0 → 1, 0 → 2, 1 → 2/)).toBeVisible();
});

test('cut on either hop: who loses, who gets it twice', async ({ page }) => {
  await page.goto(`${LAB}?version=5.0&before=answer&behind=publish`);
  await finished(page);
  await toTheEnd(page);
  await expect
    .poll(() => cells(page))
    .toEqual(['lost', 'lost', 'lost', 'QoS 0once', 'QoS 1twice', 'QoS 1twice', 'lost', 'QoS 1once', 'QoS 2once']);
  const notice = page.getByRole('region', { name: 'What to notice' });
  await expect(notice.getByText(/lost on the way to the reader/)).toBeVisible();
  await expect(notice.getByText(/session expiry 3,600 s/)).toBeVisible();
});

test('the emergency stop: twice at QoS 1, once at QoS 2 with its session', async ({ page }) => {
  await page.goto(`${LAB}?scene=stop`);
  await finished(page);
  await page.getByRole('radio', { name: 'once' }).check({ force: true });
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('You said: once; it was: twice.')).toBeVisible();
  const acts = page.getByRole('row', { name: /^The controller acts/ }).getByRole('cell');
  await expect(acts).toHaveText('twice');

  await page.getByRole('radio', { name: /^QoS 2, and comes back/ }).check({ force: true });
  await run(page);
  await expect(acts).toHaveText('once');
  await expect(page.getByRole('region', { name: 'What to notice' }).getByText(/this is what QoS 2 is for/)).toBeVisible();
});

test('loss by chance: at QoS 1 to QoS 0 messages are lost and others come twice, as the closed form says', async ({ page }) => {
  await page.goto(`${LAB}?scene=chance&loss=20&seed=1`);
  await finished(page);
  await page.getByRole('radio', { name: 'some come twice' }).check({ force: true });
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('You said: some come twice; it was: both.')).toBeVisible();
  const table = page.getByRole('table', { name: /^Copies and missing messages/ });
  const row = (qos: number) => table.getByRole('row', { name: new RegExp(`^QoS ${qos}`) }).getByRole('cell');
  await expect(row(1).first()).toContainText('20 ± 5.7');
  await expect(row(2).last()).toHaveText(/^20 copies.*0 missing/);
});
