// A learner opens a packet up: chooses it in the ladder, reads a field, and goes through its bytes; all by keyboard.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const WIDGET = '#/widgets/qos-delivery';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test.beforeEach(({ page }) => watchFaults(page));

async function open(page: Page, address = WIDGET): Promise<Locator> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await expect(page.getByText(/^Run with seed \d+:/)).toBeAttached();
  return page.getByRole('region', { name: 'The packet' });
}

/** Goes through the ladder's packets by arrow key until one of them begins like this. */
async function chooseInLadder(page: Page, panel: Locator, summary: RegExp): Promise<void> {
  const ladder = page.getByRole('listbox', { name: /^Packets around the playhead/ });
  await expect(ladder.getByRole('option').first()).toBeAttached();
  await ladder.focus();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(panel.getByText(summary)).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** Offsets of the bytes that are marked. */
async function marked(panel: Locator): Promise<number[]> {
  const names = await panel.getByRole('gridcell', { selected: true }).evaluateAll((cells) => cells.map((cell) => cell.ariaLabel ?? ''));
  return names.map((name) => Number(/^Byte (\d+),/.exec(name)?.[1]));
}

test('a packet chosen by keyboard tells its QoS, and its bytes tell their fields', async ({ page }) => {
  const panel = await open(page);
  await expect(panel.getByText(/^Choose a packet on the stage or in the ladder/)).toBeVisible();
  await chooseInLadder(page, panel, /^PUBLISH q1 id \d+ "lab\/qos\/1" 15 bytes$/);

  const qos = panel.getByRole('option', { name: /^QoS level/ });
  await expect(qos).toHaveText(/1, at least once.*byte 0, bits 2–1.*MQTT 3\.1\.1, 3\.3\.1\.2.*repeats until PUBACK/);

  const cells = panel.getByRole('gridcell');
  for (const stop of ['previous', 'next', 'bytes']) await test.step(stop, () => page.keyboard.press('Tab'));
  await expect(cells.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  await expect(panel.getByRole('option', { selected: true })).toHaveText(/^Remaining Length 28 bytes follow/);
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('option', { selected: true })).toHaveText(/^Topic Name length 9 bytes/);
  expect(await marked(panel)).toEqual([2, 3]);

  for (const stop of ['bits', 'fields']) await test.step(stop, () => page.keyboard.press('Tab'));
  await expect(panel.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('option', { selected: true })).toHaveText(/^Topic Name “lab\/qos\/1” bytes 4–12/);
  await expect.poll(() => marked(panel)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('the packet stays chosen while the playhead moves on, and the next one is a press away', async ({ page }) => {
  const panel = await open(page, `${WIDGET}?loss=0&version=5.0`);
  await chooseInLadder(page, panel, /^PUBLISH q1 id 1 /);
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('End');
  await expect(panel.getByText(/^PUBLISH q1 id 1 /)).toBeVisible();
  const next = panel.getByRole('button', { name: 'Next packet of this exchange' });
  await expect(async () => {
    await next.press('Enter');
    await expect(panel.getByText(/^PUBACK id 1/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(panel.getByRole('option', { name: /^Packet Identifier 1 bytes 2–3 MQTT 5\.0, 2\.2\.1/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Previous packet of this exchange' }).press('Enter');
  await expect(panel.getByText(/^PUBACK id 1/)).toHaveCount(0);
});

test('the next packet is found across a long silence', async ({ page }) => {
  const panel = await open(page, `${WIDGET}?messages=1&resend=10000`);
  await chooseInLadder(page, panel, /^PUBLISH q1 id 1 /);
  await expect(panel.getByText(/^lost on the way at 1\.175 s/)).toBeVisible();
  await panel.getByRole('button', { name: 'Next packet of this exchange', disabled: false }).press('Enter');
  await expect(panel.getByText(/^sent 11\.170 s/)).toBeVisible();
  await expect(panel.getByRole('option', { name: /^DUP flag yes: sent again \(1\)/ })).toBeVisible();
});

test('in 5.0 the broker says why it ends a connection, and the inspector reads it out', async ({ page }) => {
  const panel = await open(page, '#/widgets/take-over?version=5.0');
  await chooseInLadder(page, panel, /^DISCONNECT 0x8E$/);
  const reason = panel.getByRole('option', { name: /^Disconnect Reason Code/ });
  await expect(reason).toHaveText(/0x8E: Session taken over byte 2 MQTT 5\.0, 3\.14\.2\.1/);
  await reason.click();
  await expect(reason).toHaveText(/when another client took over the same client identifier/);
});

for (const { width, colorScheme } of [
  { width: 1440, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const) {
  test(`an open packet at ${width} px, ${colorScheme}: fits, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    const panel = await open(page, `${WIDGET}?version=5.0`);
    const wire = page.getByRole('tab').nth(1);
    if (width < 1_100) await wire.click();
    await chooseInLadder(page, panel, /^PUBLISH q1 id 1 /);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  });
}
