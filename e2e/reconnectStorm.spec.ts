// The reconnection storm: a fleet comes back to a restarted broker; what a killed one has forgotten; ten thousand devices; growth; stopping.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const STORM = '#/widgets/reconnect-storm';
/** The same as in Node (simulations/fleet/determinism.test.ts). */
const FINGERPRINT = '5ffe5a5844eeb402';

test.beforeEach(({ page }) => watchFaults(page));

test('the chapter’s thousand devices: everybody and every message comes back, the same run as everywhere', async ({ page }) => {
  await page.goto(STORM);
  await expect(
    page.getByText(/^All 1,000 devices are back after .* and all 50,000 messages that waited have reached them\.$/),
  ).toBeVisible();
  await expect(page.getByText(`Fingerprint of the run: ${FINGERPRINT}.`)).toBeVisible();
  await expect(page.getByRole('row', { name: /The course’s rule N × Q × M 5 MB/ })).toBeVisible();
  for (const name of ['Devices back', 'handed over', 'waiting in the broker', 'The broker’s heap'])
    await expect(page.getByRole('img', { name })).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations).toEqual([]);
});

test('who reads one chart reads them all at that instant, with the mouse and by keys', async ({ page }) => {
  await page.goto(STORM);
  await expect(page.getByText(/^All 1,000 devices are back/)).toBeVisible();
  const reading = (title: string) => page.getByRole('slider', { name: `Read “${title}” along its axis` });
  await reading('waiting in the broker').hover();
  for (const title of ['waiting in the broker', 'Devices back', 'The broker’s heap', 'handed over'])
    await expect(reading(title)).toHaveAttribute('aria-valuetext', /^3\d(\.\d+)? to 3\d(\.\d+)? s; /);
  await expect(page.getByText(/^waiting in the broker [\d,]+$/)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(page.getByText(/^waiting in the broker [\d,]+$/)).toBeHidden();
  await expect(page.getByText(/^1,000 of 1,000 are back after/)).toBeVisible();
  const instant = page.getByRole('slider', { name: 'Instant of the run' });
  await instant.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('0 of 1,000 are back after 0 s.')).toBeVisible();
  await expect(reading('Devices back')).toHaveAttribute('aria-valuetext', /; back 0$/);
  await page.getByRole('button', { name: /^Play, / }).click();
  // However long the machine takes for a picture: it goes on, to the end at the latest. Who reads a chart takes over.
  await expect(page.getByText(/^[1-9][\d,]* of 1,000 are back after/)).toBeVisible();
  await reading('Devices back').focus();
  await page.keyboard.press('End');
  await expect(reading('Devices back')).toHaveAttribute('aria-valuetext', /; back 1,000$/);
  await expect(page.getByRole('button', { name: /^Play, / })).toBeVisible();
  await expect(reading('waiting in the broker')).toHaveAttribute('aria-valuetext', /; waiting in the broker 0$/);
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations).toEqual([]);
});

test('killed without having saved, and held at max_connections', async ({ page }) => {
  await page.goto(STORM);
  await expect(page.getByText(/^All 1,000 devices are back/)).toBeVisible();
  await page.getByRole('button', { name: 'killed without having saved' }).click();
  await expect(page.getByText('You have turned knobs since this run. Press Run.')).toBeVisible();
  await page.getByRole('radio', { name: 'more than 3 times' }).check();
  await expect(page.getByText('Press Run to see.')).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/the broker has forgotten them: no session, and all 50,000 messages that waited are lost/)).toBeVisible();
  await expect(page.getByText('So it is: 17.82 MB, 3.56 times the rule.')).toBeVisible();
  await page.getByRole('button', { name: 'max_connections 500' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText('500 of 1,000 devices are back. 500 are not: 500 of them gave up.')).toBeVisible();
  await expect(page.getByRole('row', { name: /turned away by the broker/ })).toBeVisible();
});

test('ten thousand devices, stopped at once and run to the end; more than a tab holds is refused before', async ({ page }) => {
  await page.goto(`${STORM}?devices=10000&rate=1000&backlog=100`);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped before there was anything to show.')).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/^All 10,000 devices are back after .* all 500,000 messages/)).toBeVisible({ timeout: 60_000 });
  await page.goto(`${STORM}?devices=20000&queued=1000&limit=0`);
  await expect(page.getByText(/Devices: it would need about .* GB of memory, and a tab has/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
});

test('how it grows: on the broker to ten thousand, reckoned to a million', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${STORM}?queued=0&broker=running`);
  await page.getByRole('button', { name: 'Run all sizes' }).click();
  const table = page.getByRole('table', { name: 'Measured and reckoned' });
  await expect(table.getByRole('row', { name: /^10,000 \(one run\) \d+ min .* [+-]?\d+(\.\d)?%$/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/The reckoned curve is at most \d+% from the runs\. For a million devices it says 5 h/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
