// The switches on the drawing: a cable pulled at an instant, what both sides believe then, the cable back in, the step taken back; and all of it in the link.
import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const LAB = '#/widgets/session-lifecycle';

test.beforeEach(({ page }) => watchFaults(page));

async function finished(page: Page): Promise<void> {
  await expect(page.getByText(/^Run with seed \d+:/)).toBeVisible();
}

/** Puts the playhead to an instant, in virtual seconds. */
async function goTo(page: Page, seconds: number): Promise<void> {
  await page.getByRole('slider', { name: 'Playhead' }).fill(String(seconds * 1_000_000));
}

async function pause(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
}

const steps = (page: Page) => page.getByRole('region', { name: 'Your steps' });
const cable = (page: Page) => page.getByRole('switch', { name: /^Cable of device/ });
const differences = (page: Page) => page.getByRole('list', { name: /do not agree/ });

test('pull the cable while paused, see what nobody is told, put it back, take it back', async ({ page }) => {
  await page.goto(LAB);
  await finished(page);
  await pause(page);
  await goTo(page, 2);
  await expect(cable(page)).toHaveAccessibleName('Cable of device: in');
  await cable(page).press('Space');
  await expect(cable(page)).toHaveAccessibleName('Cable of device: out');
  await expect(cable(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(page.getByText('2.001 s', { exact: true }).first()).toBeVisible();
  await expect(steps(page).getByRole('listitem')).toHaveText([/You pull the cable of device\./]);

  // The device says DISCONNECT at 3 s, into a cable that is out: the broker does not hear it.
  await goTo(page, 4);
  await expect(differences(page)).toContainText('The broker believes that “device” is connected; it has not been for');
  const table = page.getByRole('table', { name: 'Client id valve-07' });
  const connection = table.getByRole('row', { name: /^Connection/ }).getByRole('cell');
  await expect(connection).toHaveText([/^connected, for/, /not connected; its cable is out/]);

  await goTo(page, 10);
  await cable(page).press('Enter');
  await expect(cable(page)).toHaveAccessibleName('Cable of device: in');
  await expect(steps(page).getByRole('listitem')).toHaveText([/You pull the cable/, /You plug the cable of device in\./]);
  await expect(page).toHaveURL(/steps=2001-cable-device-out\.10001-cable-device-in/);

  // Without the first step the cable was never out, and the second one plugs in what is in.
  await steps(page)
    .getByRole('button', { name: /^Take back: You pull/ })
    .press('Enter');
  await expect(steps(page).getByRole('listitem')).toHaveText([/You plug the cable of device in\./]);
  await goTo(page, 4);
  await expect(connection).toHaveText([/^not connected, for/, 'not connected']);
  await steps(page).getByRole('button', { name: 'Take all back' }).press('Enter');
  await expect(steps(page).getByText(/^Pull the cable while it plays/)).toBeVisible();
  await expect(page).not.toHaveURL(/steps=/);
});

test('goes on playing from the very instant; a killed broker is started again', async ({ page }) => {
  await page.goto('#/widgets/take-over?afterwards=again');
  await finished(page);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.getByRole('button', { name: /^Kill the broker/ }).press('Enter');
  await expect(steps(page).getByRole('listitem')).toHaveText([/You kill the broker\./]);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  const start = page.getByRole('button', { name: 'Start the broker' });
  await expect(page.getByText(/^The broker is not running/)).toBeVisible();
  await pause(page);
  await start.press('Enter');
  await expect(page.getByText(/^The broker is not running/)).toHaveCount(0);
  await expect(steps(page).getByRole('listitem')).toHaveText([/You kill the broker\./, /You start the broker\./]);
});

test('the link carries the steps, and the history brings them back', async ({ page }) => {
  await page.goto(`${LAB}?steps=2001-cable-device-out.eaten`);
  await finished(page);
  await expect(steps(page).getByText(/The address has a step “eaten”/)).toBeVisible();
  await expect(steps(page).getByRole('listitem')).toHaveText([/2\.001 s.*You pull the cable of device\./]);
  await pause(page);
  await steps(page).getByRole('button', { name: 'Go to 2.001 s' }).press('Enter');
  await expect(cable(page)).toHaveAccessibleName('Cable of device: out');
  await page.getByRole('switch', { name: /^Power of commander/ }).press('Space');
  await expect(page).toHaveURL(/steps=2001-cable-device-out\.2002-power-commander-off/);

  await page.goto('#/widgets/take-over');
  await finished(page);
  await expect(steps(page).getByRole('listitem')).toHaveCount(0);
  await page.goBack();
  await expect(steps(page).getByRole('listitem')).toHaveText([/You pull the cable of device\./, /You cut the power of commander\./]);
  await finished(page);
  await page.goForward();
  await expect(steps(page).getByRole('listitem')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('works by touch, with targets that a thumb can hit', async ({ page }) => {
    await page.goto(LAB);
    await finished(page);
    for (const one of await page.getByRole('region', { name: 'Stage: clients and broker' }).getByRole('switch').all()) {
      const box = await one.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
    await cable(page).tap();
    await expect(steps(page).getByRole('listitem')).toHaveText([/You pull the cable of device\./]);
  });
});
