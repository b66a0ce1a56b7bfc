// The effective QoS calculator by keyboard: a wrong loss is typed, named and put right; the nine pairs are proved on the broker; the table is taken along.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const CALCULATOR = '#/widgets/effective-qos-calculator';

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

test('by keyboard, from a wrong loss to a saved table and the nine pairs on the broker', async ({ page }) => {
  await page.goto(CALCULATOR);
  const answer = page.getByRole('region', { name: 'What comes of it' }).getByRole('status').first();
  await expect(answer).toContainText('it can come twice');

  // From the publisher's choice to the subscription's; arrows move within one.
  await tabTo(page, /^QoS 1$/);
  await tabTo(page, /^QoS 0$/);
  await page.keyboard.press('ArrowRight');
  await expect(answer).toContainText('Published at QoS 1 and subscribed at QoS 1');

  await tabTo(page, /^Chance that a packet is lost, on either hop$/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('120 %');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/A chance cannot be above 1/)).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1 in 5');
  await expect(answer).toContainText('With 20 % of the packets lost, the reader gets 1.5625 copies');
  await expect(page).toHaveURL(/subscribed=1/);

  await tabTo(page, /^Take it along$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Sentence$/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Save effective-qos.csv/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const text = await (await (await download).createReadStream()).toArray();
  expect(Buffer.concat(text).toString()).toContain('1,1,1,1,1.5625,1,2.8125,3.515625,');

  await tabTo(page, /^Run it on the broker$/);
  await page.keyboard.press('Enter');
  const proof = page.getByRole('region', { name: 'On the broker' });
  await expect(proof.getByText('Pairs as the rule says, of nine: exactly as reckoned.')).toBeVisible({ timeout: 60_000 });
  await expect(proof.getByText('Your pair: MQTT bytes on the second hop: exactly as reckoned.')).toBeVisible();
});

test('with loss, and under max_qos 1, the broker agrees; nothing is wrong for assistive technology', async ({ page }) => {
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${CALCULATOR}?published=1&subscribed=2&max=1&upgrade=off&version=5.0&topic=a%2Fb&payload=30&loss=0.2`);
    await expect(page.getByText(/the broker grants QoS 1 and says so in its SUBACK/)).toBeVisible();
    const proof = page.getByRole('region', { name: 'On the broker' });
    await proof.getByRole('radio', { name: 'with loss' }).check();
    await proof.getByRole('button', { name: 'Run it 12 times on the broker' }).click();
    await expect(proof.getByText(/^12 runs, served by Mosquitto 2\./)).toBeVisible({ timeout: 90_000 });
    await expect(proof.getByText(/^Your pair: copies at the reader: the formula and the broker agree/)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});
