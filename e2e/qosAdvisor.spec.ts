// The QoS advisor by keyboard: questions answered, a wrong rate typed and put right, the advice taken along, and the situation run on the broker.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const ADVISOR = '#/widgets/qos-advisor';

test.beforeEach(({ page }) => watchFaults(page));

test('by keyboard, from the questions to a saved sentence and the proof', async ({ page }) => {
  await page.goto(ADVISOR);
  const answer = page.getByRole('region', { name: 'What comes of it' }).getByRole('status').first();
  await expect(answer).toHaveText(/^Take QoS 2\./);

  await page.getByRole('radio', { name: 'It acts again, and does harm' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(answer).toHaveText(/^Take QoS 1\. .* One thing has to change first\.$/);
  await expect(page).toHaveURL(/duplicates=recognised/);
  // One Tab a question: from the second to the third.
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Poor/ })).toBeChecked();

  await page.getByRole('textbox', { name: 'Messages' }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('often');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/“often” is no number/)).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1 every 10 min');
  await expect(page.getByRole('columnheader', { name: 'Battery lasts' })).toBeVisible();

  await page.locator('summary', { hasText: 'Take it along' }).focus();
  await page.keyboard.press('Enter');
  const save = page.getByRole('button', { name: /^Save qos-advice.txt/ });
  await save.focus();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const text = await (await (await download).createReadStream()).toArray();
  expect(Buffer.concat(text).toString()).toMatch(/^Take QoS 1\. .*Put a number in each message.* Or: Take QoS 2 on both hops/);

  const proof = page.getByRole('region', { name: 'On the broker' });
  await proof.getByRole('button', { name: 'Run it 10 times on the broker' }).focus();
  await page.keyboard.press('Enter');
  await expect(proof.getByText(/^10 runs, served by Mosquitto 2\./)).toBeVisible({ timeout: 90_000 });
  await expect(proof.getByText(/^Duplicates: the formula and the broker agree/)).toBeVisible();
});

test('a use case answers all questions; on TCP everything comes once; nothing is wrong for assistive technology', async ({ page }) => {
  for (const [width, colorScheme] of [
    [1440, 'dark'],
    [390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(ADVISOR);
    await page.getByRole('button', { name: /^The same meter with PubSubClient/ }).click();
    await expect(page.getByText(/^Change the library/)).toBeVisible();
    await expect(page).toHaveURL(/library=zero/);
    const proof = page.getByRole('region', { name: 'On the broker' });
    await proof.getByRole('radio', { name: 'TCP segments' }).check();
    await proof.getByRole('button', { name: 'Run it 10 times on the broker' }).click();
    await expect(proof.getByText('Delivered: exactly as reckoned.')).toBeVisible({ timeout: 90_000 });
    await expect(proof.getByText('Duplicates: exactly as reckoned.')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});
