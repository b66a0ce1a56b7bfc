// The keep-alive calculator by keyboard: a wrong time is named, a right one reckoned, the cable is pulled on the broker, and mosquitto.conf is saved.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const CALCULATOR = '#/widgets/keep-alive';

test.beforeEach(({ page }) => watchFaults(page));

const figure = (page: Page, name: RegExp) =>
  page.getByRole('table', { name: 'The answer in figures' }).getByRole('row', { name }).getByRole('cell').first();

test('from a wrong keep alive to a mosquitto.conf that can be taken along', async ({ page }) => {
  await page.goto(CALCULATOR);
  await expect(figure(page, /^The broker notices/)).toHaveText('30 s to 1 min 31 s');
  const keepAlive = page.getByRole('textbox', { name: 'Keep alive', exact: true });
  await keepAlive.fill('20 h');
  await keepAlive.press('Enter');
  await expect(page.getByText(/“20 h” is too much/)).toBeVisible();
  await keepAlive.fill('10 min');
  await expect(figure(page, /^Longest silence/)).toHaveText('10 min');
  await expect(page.getByText(/something on the way forgets the connection after 5 min 50 s/)).toBeVisible();

  await page.getByRole('radio', { name: 'PubSubClient' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure(page, /^The device notices/)).toHaveText('5 min to 10 min');
  await expect(figure(page, /^Pings a day/)).toHaveText('288');

  await page.locator('summary', { hasText: 'Take it along' }).press('Enter');
  await page.getByRole('tab', { name: 'Sentence' }).press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('max_keepalive 600')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save mosquitto.conf: mosquitto.conf' }).press('Enter');
  expect((await download).suggestedFilename()).toBe('mosquitto.conf');
});

test('the cable is pulled: broker, device and will agree with the formula', async ({ page }) => {
  await page.goto(`${CALCULATOR}?keepalive=10&library=espMqtt&delay=5`);
  await page.getByRole('button', { name: 'Run it 12 times on the broker' }).press('Enter');
  await expect(page.getByText(/^12 runs, served by Mosquitto/)).toBeVisible({ timeout: 60_000 });
  for (const who of ['The broker notices', 'The device notices', 'The will is there'])
    await expect(page.getByText(new RegExp(`^${who}: the formula and the broker agree`))).toBeVisible();
});
