// The session advisor by keyboard: a row answers the questions, a wrong amount is named, the broker shows both ways, and the configuration is taken along.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const ADVISOR = '#/widgets/session-advisor';

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

const answer = (page: Page) => page.getByRole('region', { name: 'What comes of it' }).getByRole('status').first();

test('by keyboard, from a row to the proof and a saved configuration', async ({ page }) => {
  await page.goto(ADVISOR);
  await expect(answer(page)).toContainText('A kept session: the broker waits 1 h for it');
  await tabTo(page, /^Critical controller$/);
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText('A kept session: the broker waits 30 min for it, with room for 60 messages.');
  await expect(page.getByRole('button', { name: 'Critical controller', pressed: true })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'dangerous after a while' })).toBeChecked();

  await tabTo(page, /^Away for at most$/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/“soon” .* The page still reckons with 10 min/)).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('20 min');
  await expect(answer(page)).toContainText('the broker waits 1 h for it, with room for 120 messages.');
  await expect(page).toHaveURL(/absence=1200/);

  await tabTo(page, /^Take it along$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Sentence$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Save mosquitto.conf/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const text = await (await (await download).createReadStream()).toArray();
  const conf = Buffer.concat(text).toString();
  for (const line of ['max_queued_messages 120', 'persistent_client_expiration 1h', 'persistence true', 'autosave_on_changes true'])
    expect(conf.split('\n')).toContain(line);

  await tabTo(page, /^Run both on the broker$/);
  await page.keyboard.press('Enter');
  const proof = page.getByRole('region', { name: 'On the broker' });
  await expect(proof.getByText(/^Both runs, served by Mosquitto 2\./)).toBeVisible({ timeout: 60_000 });
  // The broker that writes nothing down has lost the session in its crash.
  const missed = proof.getByRole('row', { name: /^of these never came/ }).getByRole('cell');
  await expect(missed.first()).toHaveText('0');
  await expect(missed.last()).not.toHaveText('0');
  await expect(proof.getByRole('link', { name: 'Broker restart' })).toHaveAttribute('href', '#/widgets/broker-restart');
});

test('nothing is wrong for assistive technology, light and dark, wide and narrow', async ({ page }) => {
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [820, 'dark'],
    [390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${ADVISOR}?receives=newest&away=long&sends=losable&runsOn=app&version=3.1.1`);
    await expect(answer(page)).toContainText('A clean session: when the connection ends, nothing is kept.');
    await expect(page.getByRole('img', { name: 'What the broker holds while the client is away' })).toBeVisible();
    await page.getByText('Take it along').click();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.getByText('Take it along').click();
  }
});
