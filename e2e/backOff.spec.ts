// The back-off lab: the herd against jitter, on the real broker in a real browser, by pointer and by keyboard.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

test.beforeEach(({ page }) => watchFaults(page));

test('exponential without jitter is by far the last; every attempt is in the pictures', async ({ page }) => {
  await page.goto('#/widgets/back-off');
  await expect(
    page.getByText(/^1,000 devices: with full jitter all are back after 1 min .* with exponential, no jitter after 2\d min/),
  ).toBeVisible();
  const table = page.getByRole('table', { name: 'Both strategies' });
  await expect(table.getByRole('row', { name: /Wasted attempts/ })).toContainText('%');
  for (const name of ['exponential, no jitter', 'full jitter']) {
    await expect(page.getByRole('img', { name: `Attempts of each device, ${name}` })).toBeVisible();
    await expect(page.getByRole('img', { name: `Attempts over time, ${name}` })).toBeVisible();
  }
  await page.getByRole('radio', { name: /^all 2\d min/ }).check();
  await expect(page.getByText(/400 devices of 1,000, one in each row: 3,9\d\d attempts/)).toBeVisible();
  await page.getByRole('button', { name: 'More for “Attempts of each device, full jitter”' }).click();
  await page.getByRole('menuitem', { name: 'Show as a table' }).click();
  await expect(page.getByRole('columnheader', { name: 'Back after (s)' })).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations).toEqual([]);
});

test('the course’s sample, a cap below its base, and a link that brings it all back', async ({ page }) => {
  await page.goto('#/widgets/back-off?devices=300&strategy=nonsense');
  await expect(page.getByText(/nonsense/)).toBeVisible();
  await page.getByRole('button', { name: 'The course’s sample, with its faults' }).click();
  await expect(page.getByText(/a comment that promises 1, 2, 4, 8 s gets 2, 4, 8, 16 s/)).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/^300 devices: with (exponential \+ jitter|decorrelated jitter) all are back/)).toBeVisible();
  const cap = page
    .getByRole('textbox', { name: 'Cap', exact: true })
    .or(page.getByRole('spinbutton', { name: 'Cap', exact: true }))
    .first();
  await cap.fill('0.5');
  await cap.press('Enter');
  await expect(page.getByText('Cap: it must not be below the base.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
  await expect(page).toHaveURL(/cap=0\.5.*first=double/);
  await page.reload();
  await expect(page.getByText('Cap: it must not be below the base.')).toBeVisible();
  await page.keyboard.press('Alt+R');
  await expect(page.getByText(/^1,000 devices: with full jitter/)).toBeVisible();
});

test('a guess by keyboard, answered by the run; then one strategy alone', async ({ page }) => {
  await page.goto('#/widgets/back-off?devices=300&strategy=fixed&other=full');
  await expect(page.getByText(/^300 devices: with fixed wait all are back/)).toBeVisible();
  await expect(page.getByText('which one has everybody back first?')).toBeHidden();
  const strategy = page.getByRole('group', { name: 'Strategy', exact: true });
  await strategy.getByRole('radio', { name: 'fixed wait' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(strategy.getByRole('radio', { name: 'exponential, no jitter' })).toBeChecked();
  await expect(page.getByText('You have turned knobs since this run. Press Run.')).toBeVisible();
  const guess = page.getByRole('group', { name: /which one has everybody back first/ });
  await guess.getByRole('radio', { name: 'full jitter' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Press Run to see.')).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^So it is: exponential, no jitter .* full jitter .*/)).toBeVisible();
  await page.getByRole('group', { name: 'Beside it' }).getByRole('radio', { name: 'nothing' }).check();
  await expect(page.getByText(/^300 devices with exponential, no jitter: half are back after/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'The strategy' })).toBeVisible();
  await expect(page).toHaveURL(/other=alone/);
});

test('Run stays in sight beside its knobs', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto('#/widgets/back-off?devices=200');
  await expect(page.getByText(/^200 devices:/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeInViewport();
});

for (const [width, colorScheme] of [
  [390, 'dark'],
  [820, 'light'],
] as const) {
  test(`fits ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto('#/widgets/back-off?devices=200');
    await expect(page.getByText(/^200 devices:/)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations).toEqual([]);
  });
}
