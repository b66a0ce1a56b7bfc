// The CONNACK clinic: a learner breaks, predicts, runs, reads the code, mends, and the broker accepts; by keyboard. And the page at each width and in both themes.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const CLINIC = '#/widgets/connack-clinic';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeAttached();
}

test('by keyboard alone: predict, run, read the code, try in vain, mend', async ({ page }) => {
  await page.goto(`${CLINIC}?case=keep-alive&version=3.1.1`);
  const answer = page.getByRole('region', { name: 'The broker’s answer' });
  await expect(answer.getByText(/^Press Run/)).toBeVisible();

  await page.getByRole('radio', { name: /^0x00/ }).focus();
  await page.keyboard.press('Space');
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await run.focus();
  await page.keyboard.press('Enter');
  await finished(page);
  await page.getByRole('button', { name: 'Go to the end' }).press('Enter');
  await expect(page.getByText(/^You said: 0x00 .* It was: 0x02 identifier rejected\.$/)).toBeVisible();
  await expect(answer.getByText('20 02 00 02')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Broker log' }).getByText(/^Sending CONNACK to .* \(0, 2\)$/)).toBeVisible();

  const asItIs = page.getByRole('radio', { name: 'Leave it as it is' });
  await asItIs.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Take another client id: valve-08' })).toBeChecked();
  await run.press('Enter');
  await expect(answer.getByText('Not mended: the broker stands by it.')).toBeVisible();

  await page.getByRole('radio', { name: 'Take another client id: valve-08' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Keep alive 60 s' })).toBeChecked();
  await expect(page).toHaveURL(/mend=shorter/);
  await run.press('Enter');
  await expect(answer.getByText('Mended. The broker accepts, and everybody is connected.')).toBeVisible();
  await expect(answer.getByText('20 02 00 00')).toBeVisible();
});

test('the id in use: the newcomer is let in, the older one pays', async ({ page }) => {
  await page.goto(`${CLINIC}?case=take-over&version=5.0`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await finished(page);
  const answer = page.getByRole('region', { name: 'The broker’s answer' });
  await expect(answer.getByText('Let in, but at a cost: inside 1 lost the connection.')).toBeVisible();
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByText('Client valve-07 already connected, closing old connection.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: no accessibility violation that axe finds, before and after a run`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${CLINIC}?case=will-qos&version=5.0&mend=qos-1`);
    const violations = async () => {
      const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    };
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await finished(page);
    expect(await violations()).toEqual([]);
  });
}

for (const width of [320, 390, 820, 1440]) {
  test(`fits ${width} px without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${CLINIC}?case=nul-in-id`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await finished(page);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  });
}
