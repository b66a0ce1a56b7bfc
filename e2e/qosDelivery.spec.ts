// The main journey: a learner opens the widget, turns knobs, runs, and reads what the real broker made of it.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const WIDGET = '#/widgets/qos-delivery';
/** The fingerprint of the default run. The unit tests find the same one in Node. */
const DEFAULT_DIGEST = '45f03cc168fb5fc7';

test.beforeEach(({ page }) => watchFaults(page));

async function open(page: Page, address = WIDGET): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

async function toTheEnd(page: Page): Promise<void> {
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await playhead.focus();
  await page.keyboard.press('End');
}

/** A row of the figures: its three values. */
async function figure(page: Page, name: string): Promise<string[]> {
  const row = page.getByRole('table', { name: /^Figures of each level/ }).getByRole('row', { name: new RegExp(`^${name}`) });
  return (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim());
}

test('a run with much patience: QoS 0 loses, QoS 1 doubles but loses none, QoS 2 delivers each message once', async ({ page }) => {
  await open(page, `${WIDGET}?attempts=20&seed=7`);
  await toTheEnd(page);
  await expect.poll(() => figure(page, 'Sent')).toEqual(['100', '100', '100']);
  const [delivered0, delivered1, delivered2] = await figure(page, 'Delivered');
  expect(Number(delivered0)).toBeLessThan(100);
  expect([delivered1, delivered2]).toEqual(['100', '100']);
  const [duplicates0, duplicates1, duplicates2] = await figure(page, 'Duplicates');
  expect([duplicates0, duplicates2]).toEqual(['0', '0']);
  expect(Number(duplicates1)).toBeGreaterThan(5);
  const [lost0, lost1, lost2] = await figure(page, 'Lost');
  expect(Number(lost0)).toBe(100 - Number(delivered0));
  expect([lost1, lost2]).toEqual(['0', '0']);
});

test("the log holds Mosquitto's own lines, in step with the playhead", async ({ page }) => {
  await open(page);
  const log = page.getByRole('region', { name: 'Broker log' });
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('Home');
  await expect(log.getByText('mosquitto version 2.0.21 running')).toBeVisible();
  await expect(log.getByText(/Received PUBLISH/)).toHaveCount(0);
  await toTheEnd(page);
  await expect(log.getByText(/^Received DISCONNECT from ESP32_240AC4000001/)).toBeVisible();
  await log.getByRole('searchbox').fill('PUBREL');
  await expect(log.getByText(/^Received PUBREL from ESP32_240AC4000002 \(Mid: \d+\)/).first()).toBeVisible();
  await expect(log.getByText(/PUBACK/)).toHaveCount(0);
});

test('the same run in Node and in this browser: its fingerprint says so', async ({ page }) => {
  await open(page);
  await expect(page.getByText(DEFAULT_DIGEST)).toBeAttached();
});

test('thirty seeds agree with the closed forms within their spread', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Run 30 seeds' }).click();
  await expect(page.getByText(/30 of 30|of 30 runs/).first()).toBeAttached();
  const table = page.getByRole('region', { name: 'Thirty runs instead of one' });
  await expect(table.getByText(/agree/).first()).toBeVisible();
});

test('typed nonsense is corrected with a word at the knob, and the run follows the knobs', async ({ page }) => {
  await open(page);
  const loss = page.getByRole('textbox', { name: 'Packets lost, each way' });
  await loss.fill('95');
  await loss.press('Enter');
  await expect(loss).toHaveValue('60');
  await expect(page.getByText(/60\s?% is the most/)).toBeVisible();
  await loss.fill('many');
  await loss.press('Enter');
  await expect(loss).toHaveValue('60');
  await expect(page.getByText(/not a number/)).toBeVisible();
  const messages = page.getByRole('textbox', { name: 'Messages at each level' });
  await messages.fill('1k');
  await messages.press('Enter');
  await expect(messages).toHaveValue(/^1,?000$/);
  await messages.fill('30');
  await messages.press('Enter');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page).toHaveURL(/loss=60/);
  await toTheEnd(page);
  await expect.poll(() => figure(page, 'Sent')).toEqual(['30', '30', '30']);
});

test('wrong values in the address are put right and named', async ({ page }) => {
  await open(page, `${WIDGET}?loss=abc&messages=5000&colour=red`);
  await expect(page.getByText(/“abc”/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Messages at each level' })).toHaveValue(/^1,?000$/);
});

test('by keyboard alone: run, pause, step forward and back, replay', async ({ page }) => {
  await open(page);
  const pause = page.getByRole('button', { name: 'Pause' });
  await pause.focus();
  await page.keyboard.press('Enter');
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await expect(play).toBeFocused();
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  const at = async (): Promise<number> => Number(await playhead.inputValue());
  const before = await at();
  await page.getByRole('button', { name: /^On to the next/ }).press('Enter');
  await expect.poll(at).toBeGreaterThan(before);
  const after = await at();
  await page.getByRole('button', { name: /^Back to the previous/ }).press('Enter');
  await expect.poll(at).toBeLessThan(after);
  await page.getByRole('button', { name: /^Replay/ }).press('Enter');
  await expect(pause).toBeVisible();
  await page.getByRole('textbox', { name: 'Packets lost, each way' }).fill('0');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await toTheEnd(page);
  await expect.poll(() => figure(page, 'Delivered')).toEqual(['100', '100', '100']);
});

test('a thousand messages a level run, and can be stopped on the way', async ({ page }) => {
  await open(page, `${WIDGET}?messages=1000&version=5.0`);
  await toTheEnd(page);
  await expect.poll(() => figure(page, 'Sent')).toEqual(['1,000', '1,000', '1,000']);
});

test('what loss means: over TCP every message arrives once at every level, later, and the page says why there is no formula', async ({
  page,
}) => {
  await open(page, `${WIDGET}?seed=3`);
  await page.getByRole('radio', { name: 'TCP sends again' }).click();
  await expect(page.getByRole('textbox', { name: 'Segments lost, each way' })).toHaveValue('20');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page).toHaveURL(/transport=tcp/);
  await expect(page.getByText(/^No formula: the closed forms are for packets that vanish/).first()).toBeVisible();
  await toTheEnd(page);
  await expect.poll(() => figure(page, 'Delivered')).toEqual(['100', '100', '100']);
  expect(await figure(page, 'Duplicates')).toEqual(['0', '0', '0']);
  expect(await figure(page, 'Lost')).toEqual(['0', '0', '0']);
  await expect(page.getByText(/Loss shows as delay/)).toBeVisible();
});

test('the energy of each level shows its parts, and they add up', async ({ page }) => {
  await open(page);
  await toTheEnd(page);
  await page.getByText('Where the energy goes').click();
  const parts = page.getByRole('table', { name: 'Where the energy went, by state' });
  const of = async (state: string): Promise<number[]> =>
    (
      await parts
        .getByRole('row', { name: new RegExp(`^${state}`) })
        .getByRole('cell')
        .allInnerTexts()
    ).map(Number);
  const [boot, joining, listening, sending, total] = await Promise.all(
    ['Starting up', 'Joining the Wi-Fi', 'Listening', 'Sending', 'Together'].map(of),
  );
  for (const level of [0, 1, 2]) {
    const sum = [boot, joining, listening, sending].reduce((so, part) => so + (part?.[level] ?? Number.NaN), 0);
    expect(Math.abs(sum - (total?.[level] ?? Number.NaN))).toBeLessThan(2);
  }
  await page.getByText('Currents used').click();
  await expect(page.getByText(/ESP32 Series Datasheet, current consumption/)).toBeVisible();
});
