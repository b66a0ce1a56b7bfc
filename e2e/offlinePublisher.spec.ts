// A sensor that measures on without its Wi-Fi: what the broker's session does not do for it, what a buffer does, and what a power failure takes. By keyboard.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/offline-publisher';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

async function toTheEnd(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Playhead' }).press('End');
}

const outcome = (page: Page, name: RegExp) =>
  page
    .getByRole('table', { name: /^What became of the sensor/ })
    .getByRole('row', { name })
    .getByRole('cell');

test('a kept session brings the command, and none of the readings; a buffer brings them in order', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  const all = page.getByRole('radio', { name: 'all', exact: true });
  await all.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Go to the end' }).press('Enter');
  await expect(page.getByText('You said: all; it was 0 of 16.')).toBeVisible();
  await expect(outcome(page, /^The command sent meanwhile/)).toHaveText('arrived');
  await expect(outcome(page, /^Given back by the library/)).toHaveText('11');
  const serial = page.getByRole('region', { name: 'Serial monitor' });
  await expect(serial.getByText('publish 19: false')).toBeVisible();

  await page.getByRole('radio', { name: 'none', exact: true }).first().focus();
  await page.keyboard.press('ArrowRight');
  const slots = page.getByRole('textbox', { name: 'Room for readings' });
  await slots.fill('5');
  await slots.press('Enter');
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await finished(page);
  await toTheEnd(page);
  await expect(outcome(page, /^Dropped, buffer full/)).toHaveText('6');
  await expect(outcome(page, /^Order at the dashboard/)).toHaveText('as made');
  await expect(serial.getByText(/^buffer: reading 19 kept, the oldest dropped; 5 wait$/)).toBeVisible();
});

test('when the power fails, flash keeps what RAM forgets', async ({ page }) => {
  const lost = async (place: string) => {
    await page.goto(`${LAB}?library=espMqtt&power=on&slots=20&buffer=${place}`);
    await page.reload();
    await finished(page);
    await toTheEnd(page);
    await expect(outcome(page, /^The command sent meanwhile/)).toHaveText('arrived');
    return Number(await outcome(page, /^Lost with the power/).textContent());
  };
  const ram = await lost('ram');
  const flash = await lost('flash');
  expect(flash).toBeLessThan(ram);
  await expect(page.getByText(/has written \d+ times so far/)).toBeAttached();
});
