// The client id collision calculator by keyboard: a wrong number is typed, named and put right; the broker proves the answer; the result is taken along.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const CALCULATOR = '#/widgets/collisions';

test.beforeEach(({ page }) => watchFaults(page));

/** Forward by Tab until something with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
      return [element?.getAttribute('aria-label'), ...labels, element?.textContent].filter(Boolean).join(' | ');
    });
    if (name.test(focused)) return;
  }
  throw new Error(`nothing called ${name} can be reached by Tab`);
}

async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

test('by keyboard, from a wrong number to the proof and a saved table', async ({ page }) => {
  await page.goto(CALCULATOR);
  const answer = page.getByRole('region', { name: 'What comes of it' }).getByRole('status').first();
  await expect(answer).toHaveText('The chance that two of your 1,000 devices get the same client id is 99.95 %.');

  await tabTo(page, /^Devices in the fleet$/);
  await retype(page, '12 dozen');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“dozen” is no unit that fits here.')).toBeVisible();
  await retype(page, '0.1k');
  await expect(answer).toContainText('two of your 100 devices get the same client id is 7.28 %');
  await expect(page.getByText('= 100', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(answer).toContainText('two of your 200 devices');
  await expect(page).toHaveURL(/devices=200/);

  await tabTo(page, /^Take it along$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Sentence$/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Save client-id-collisions.csv/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('client-id-collisions.csv');
  const text = await (await saved.createReadStream()).toArray();
  expect(Buffer.concat(text).toString()).toMatch(/^Figure,Value\r\nDevices in the fleet,200\r\nDifferent ids that can come out,65536\r\n/);

  await tabTo(page, /^Run it 20 times on the broker$/);
  await page.keyboard.press('Enter');
  const proof = page.getByRole('region', { name: 'On the broker' });
  await expect(proof.getByText(/^20 runs, served by Mosquitto 2\./)).toBeVisible({ timeout: 90_000 });
  await expect(proof.getByText('Devices let in: exactly as reckoned.')).toBeVisible();
  // Chance, but the same chance each time: the seeds are 1 to 20.
  await expect(proof.getByText(/^Take-overs in a run: the formula and the broker agree/)).toBeVisible();
});

test('a link brings the inputs back; nothing is wrong for assistive technology, light and dark, wide and narrow', async ({ page }) => {
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [820, 'dark'],
    [390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${CALCULATOR}?devices=1000000&length=10&alphabet=lettersAndDigits&source=everyCharacter&prefix=&risk=1e-6`);
    await expect(
      page.getByRole('status').filter({ hasText: 'two of your 1,000,000 devices get the same client id is 5.96 × 10⁻⁷' }),
    ).toBeVisible();
    await expect(page.getByRole('img', { name: 'Chance of a collision by fleet size' })).toBeVisible();
    await page.getByText('Take it along').click();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.getByText('Take it along').click();
  }
});
