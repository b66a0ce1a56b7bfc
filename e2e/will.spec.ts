// Will and keep alive: a learner guesses, reads on the timeline how long the broker waited and why, shortens the wait, and lets a will delay take a will back.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/will';

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

const timeline = (page: Page) => page.getByRole('region', { name: 'The timeline' }).getByRole('listitem');
const notice = (page: Page) => page.getByRole('region', { name: 'What to notice' });

test('a pulled cable: one and a half times the keep alive after the last packet', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await page.getByRole('radio', { name: 'at once' }).check({ force: true });
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await expect(page.getByText('You said: at once; it was 6.05 s after that.')).toBeVisible();
  await expect(timeline(page).filter({ hasText: 'Rule: 5.55 s + 1.5 × 4 s keep alive = 11.55 s' })).toBeVisible();
  await expect(timeline(page).filter({ hasText: 'The broker publishes the will.' })).toHaveText(/^12\.00 s/);

  const keepAlive = page.getByRole('textbox', { name: 'Keep alive' });
  await keepAlive.fill('1');
  await keepAlive.press('Enter');
  await run(page);
  await toTheEnd(page);
  await expect(timeline(page).filter({ hasText: 'The broker publishes the will.' })).toHaveText(/^7\.00 s/);

  await keepAlive.fill('0');
  await keepAlive.press('Enter');
  await run(page);
  await toTheEnd(page);
  await expect(timeline(page).filter({ hasText: 'The watcher read no will' })).toBeVisible();
  await expect(notice(page).getByText(/switches the watch off/)).toBeVisible();
});

test('a goodbye, a crash, and a second CONNECT', async ({ page }) => {
  await page.goto(`${LAB}?end=disconnect`);
  await finished(page);
  await toTheEnd(page);
  await expect(notice(page).getByText(/throws the will away/)).toBeVisible();
  await page.getByRole('radio', { name: 'the program crashes' }).check();
  await run(page);
  await toTheEnd(page);
  await expect(timeline(page).filter({ hasText: 'The watcher reads' })).toHaveText(/^6\.10 s/);
  await page.getByRole('radio', { name: 'it sends a second CONNECT' }).check();
  await run(page);
  await toTheEnd(page);
  await expect(notice(page).getByText(/2\.0\.21 does not publish it/)).toBeVisible();
});

test('5.0: the earlier of will delay and session expiry, and a return in time', async ({ page }) => {
  await page.goto(`${LAB}?version=5.0&end=drop&delay=10&expiry=3`);
  await finished(page);
  await toTheEnd(page);
  await expect(timeline(page).filter({ hasText: '10 s will delay and 3 s session expiry = 9.05 s' })).toBeVisible();
  await expect(timeline(page).filter({ hasText: 'The broker publishes the will.' })).toHaveText(/^10\.00 s/);
  await page.goto(`${LAB}?version=5.0&end=drop&delay=10&back=5`);
  await run(page);
  await toTheEnd(page);
  await expect(notice(page).getByText(/the others never learned of the gap/)).toBeVisible();
});
