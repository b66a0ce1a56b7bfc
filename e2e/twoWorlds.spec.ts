// Two worlds, one setting apart: opened by keyboard, compared on one time bar, told in words where they part, kept in the link. And what fits on a phone.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/session-lifecycle';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

const panel = (page: Page) => page.getByRole('region', { name: 'Two worlds, one setting apart' });

/** A figure of one world once its end has been seen. */
const outcome = (page: Page, world: 'A' | 'B', name: RegExp) =>
  page
    .getByRole('region', { name: `World ${world}: figures` })
    .getByRole('row', { name })
    .getByRole('cell');

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('the same device with and without clean session, side by side', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(LAB);
  await finished(page);
  await page.getByRole('button', { name: 'Compare two worlds' }).press('Enter');
  const setting = panel(page).getByRole('combobox', { name: 'Setting' });
  await expect(setting).toBeFocused();
  await setting.selectOption('First connection: clean session');
  await expect(panel(page).getByText(/All else is equal/)).toContainText('World B: First connection: clean session – on.');

  await expect(panel(page).getByText(/^They part at/)).toBeVisible();
  await expect(panel(page).getByRole('definition').nth(1)).toContainText('device sends CONNECT "valve-07" c1');
  await panel(page).getByRole('button', { name: 'Go there' }).press('Enter');
  await panel(page).getByRole('button', { name: 'Next difference' }).press('Enter');
  await expect(panel(page).getByText(/^Difference 2, at/)).toBeVisible();

  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('End');
  await expect(outcome(page, 'A', /^Told on its return/)).toHaveText('session present');
  await expect(outcome(page, 'B', /^Told on its return/)).toHaveText('no session');
  await expect(outcome(page, 'A', /^Commands of the time away/)).toHaveText('5 of 5');
  await expect(outcome(page, 'B', /^Commands of the time away/)).toHaveText('0 of 5');

  const [a, b] = [page.getByRole('region', { name: 'World A: stage' }), page.getByRole('region', { name: 'World B: stage' })];
  const tops = [await a.boundingBox(), await b.boundingBox()].map((box) => Math.round(box?.y ?? -1));
  expect(tops[0]).toBe(tops[1]);
  await expect(page.getByText(/^Before you run it/)).toHaveCount(1);

  await page.getByRole('radio', { name: 'World B' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Broker log' }).getByText(/valve-07 \(p2, c1, k4\)/)).toBeVisible();

  await expect(page).toHaveURL(/other=first(%3A|:)on/);
  await panel(page).getByRole('button', { name: 'Back to one world' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Compare two worlds' })).toBeFocused();
  await expect(page).not.toHaveURL(/other=/);
});

test('from a link, on a phone: one above the other, one time bar, the longer run ends it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto(`${LAB}?away=10&other=away:30`);
  await finished(page);
  await expect(panel(page).getByText(/^They part at/)).toBeVisible();
  const [a, b] = [page.getByRole('region', { name: 'World A: stage' }), page.getByRole('region', { name: 'World B: stage' })];
  const [upper, lower] = [await a.boundingBox(), await b.boundingBox()];
  expect(lower?.y).toBeGreaterThan((upper?.y ?? 0) + (upper?.height ?? 0) - 1);
  await expect(page.getByRole('slider', { name: 'Playhead' })).toHaveCount(1);
  await expect(page.getByRole('slider', { name: 'Playhead' })).toHaveAttribute('max', '36000000');
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
});

test('a link that asks for a setting that does not exist is told so', async ({ page }) => {
  await page.goto(`${LAB}?other=colour:red`);
  await finished(page);
  await expect(
    page.getByText('The address asks for a second world with “colour:red”, which is no setting of this lab; there is one world.'),
  ).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
});
