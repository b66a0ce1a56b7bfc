// The two memory calculators: the course's figures, and the same fleet measured on the broker in the page.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

test.beforeEach(({ page }) => watchFaults(page));

const answer = (page: Page) => page.getByRole('region', { name: 'What comes of it' }).getByRole('status').first();

test('queue memory: an example, its measurement, and the formula set right by it', async ({ page }) => {
  await page.goto('#/widgets/queue-memory');
  await page.getByRole('button', { name: '1,000 devices, an hour' }).click();
  await expect(answer(page)).toHaveText(
    '1,000 devices away for 1 h take 8.4 MB (8.011 MiB) of the broker’s memory. 60 messages wait for each.',
  );
  await page.getByRole('button', { name: 'Measure on the broker' }).click();
  await expect(page.getByRole('row', { name: /^a message of its own 3\d\d(\.\d)? B 140 B -5\d(\.\d)?%$/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(
    page.getByText(
      /^60,000 messages were sent to the fleet; when it was to come back 60,000 stood in the broker’s store and 0 had been dropped\.$/,
    ),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Reckon with these' }).click();
  await expect(page.getByRole('row', { name: /^all 1,000 devices .* 0%$/ })).toBeVisible();
  await expect(answer(page)).not.toContainText('8.4 MB');
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations).toEqual([]);
});

test('queue memory on a phone: expiry makes no room, and the broker shows it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('#/widgets/queue-memory?devices=abc');
  await expect(page.getByText(/abc/)).toBeVisible();
  await page.getByRole('button', { name: 'message expiry bounds the queue' }).click();
  await expect(page.getByText(/Message expiry does not make room/)).toBeVisible();
  await page.getByRole('button', { name: 'Measure on the broker' }).click();
  await expect(page.getByText(/On the return 1,000 sessions were there and 0 messages were taken/)).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('session memory: 50 MB stated, 15 by its own figures, and what this broker takes', async ({ page }) => {
  await page.goto('#/widgets/session-memory');
  await expect(answer(page)).toContainText('15 MB by the stated figures, 6.281 MB as measured on a native Mosquitto.');
  await page.getByRole('button', { name: 'Measure on the broker' }).click();
  await expect(page.getByRole('row', { name: /^all 1,000 devices 5\.\d+ MB 5\.\d+ MB/ })).toBeVisible({ timeout: 60_000 });
  await page.getByText('Take it along').click();
  await page.getByRole('tab', { name: 'mosquitto.conf' }).click();
  await expect(page.getByText(/max_queued_messages 10/)).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations).toEqual([]);
});
