// mosquitto.conf in a session lab: a line is written, the broker takes or refuses it, runs follow what it took, and a link carries it.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/session-lifecycle';

test.beforeEach(({ page }) => watchFaults(page));

const summary = (page: Page) => page.getByRole('region', { name: 'Broker configuration' });
const panel = (page: Page) => page.getByRole('region', { name: 'The broker’s configuration (mosquitto.conf)' });
const editor = (page: Page) => page.getByRole('textbox', { name: /^mosquitto\.conf/ });

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
  await expect(page.getByText(/You changed a knob/)).toHaveCount(0);
}

/** At the end of the text, by keyboard. */
async function write(page: Page, line: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(line);
}

async function expectCommands(page: Page, words: string): Promise<void> {
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('End');
  const table = page.getByRole('table', { name: /^What the device got/ });
  await expect(table.getByRole('row', { name: /^Commands of the time away/ }).getByRole('cell')).toHaveText(words);
}

test('a smaller queue keeps two commands of five, and the link knows it', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await expectCommands(page, '5 of 5');
  await summary(page).getByRole('button', { name: 'Edit' }).press('Enter');
  await expect(editor(page)).toBeFocused();
  await write(page, 'max_queued_messages 2\n');
  await expect(panel(page).getByText('The broker takes it. The next run uses it.')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Run with it' }).press('Enter');
  await finished(page);
  await expectCommands(page, '2 of 5');
  const log = page.getByRole('region', { name: 'Broker log' });
  await expect(log.getByText('Outgoing messages are being dropped for client valve-07.')).toBeVisible();
  await expect(page).toHaveURL(/conf=listener\+1883%0A.*max_queued_messages\+2/);

  await page.reload();
  await finished(page);
  await expect(summary(page).getByText('max_queued_messages 2')).toBeVisible();
  await expectCommands(page, '2 of 5');
});

test('a wrong key: the broker’s message at its line, and the last good configuration stays', async ({ page }) => {
  const good = new URLSearchParams({ conf: 'listener 1883\nallow_anonymous true\nmax_queued_messages 3\n' });
  await page.goto(`${LAB}?${good}`);
  await finished(page);
  await summary(page).getByRole('button', { name: 'Edit' }).click();
  await write(page, 'session_expiry_interval 60');
  await expect(panel(page).getByText('The broker refuses line 4')).toBeVisible();
  await expect(panel(page).getByText('Error: Unknown configuration variable "session_expiry_interval".')).toBeVisible();
  await expect(panel(page).getByText('Until it is right, runs use the last one that the broker took.')).toBeVisible();
  await expect(editor(page)).toHaveAttribute('aria-invalid', 'true');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await finished(page);
  await expectCommands(page, '3 of 5');

  // Undo is the browser's own: a ready-made change can be taken back, too.
  await page.getByRole('tab', { name: 'Ready-made' }).click();
  await page.getByRole('button', { name: 'No limits' }).click();
  await expect(editor(page)).toHaveValue(/max_queued_bytes 0/);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page)).toHaveValue(/session_expiry_interval 60$/);
  await panel(page).getByRole('button', { name: 'Back to the lab’s own' }).click();
  await expect(summary(page).getByText('The lab’s own.')).toBeVisible();
});

test('on a phone it is closed at first, fits, and Tab leaves the text', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LAB);
  await finished(page);
  await expect(editor(page)).toHaveCount(0);
  await summary(page).getByRole('button', { name: 'Edit' }).click();
  await expect(editor(page)).toBeInViewport();
  await write(page, `# ${'a long remark '.repeat(20)}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
  await page.getByRole('tab', { name: 'All keys' }).click();
  await page.getByRole('button', { name: 'persistent_client_expiration' }).click();
  await expect(panel(page).getByText('m is for months, not minutes.')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(summary(page).getByRole('button', { name: 'Edit' })).toBeFocused();
});
