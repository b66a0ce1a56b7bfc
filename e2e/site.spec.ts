// The site as a whole: a static host under a sub-path, the security policy, addresses, storage that is blocked, and accessibility in both themes.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { watchFaults } from './faults.ts';

const PAGES = [
  { name: 'home', address: '#/' },
  { name: 'about', address: '#/about' },
  { name: 'widget', address: '#/widgets/qos-delivery' },
  { name: 'widget alone', address: '#/alone/qos-delivery' },
  { name: 'take-over lab', address: '#/widgets/take-over' },
  { name: 'lifecycle lab', address: '#/widgets/session-lifecycle' },
] as const;

test('the policy allows no inline code, no eval and no other host', async ({ page }) => {
  await page.goto('');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("'wasm-unsafe-eval'");
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
});

for (const { name, address } of PAGES) {
  test(`${name}: opens without a fault`, async ({ page }) => {
    watchFaults(page);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: no accessibility violation that axe finds`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (/widgets|alone/.test(address)) await expect(page.getByText(/^Run with seed/)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    });
  }

  for (const width of [320, 390, 820, 1440]) {
    test(`${name}: fits ${width} px without scrolling sideways`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (/widgets|alone/.test(address)) await expect(page.getByText(/^Run with seed/)).toBeAttached();
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    });
  }
}

test('the widget alone has no frame of the page around it', async ({ page }) => {
  await page.goto('#/alone/qos-delivery');
  await expect(page.getByRole('heading', { name: 'QoS Delivery Simulator' })).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
});

test('an unknown address says so and offers a way on', async ({ page }) => {
  await page.goto('#/widgets/no-such-widget');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('link', { name: /Open the QoS Delivery Simulator/ })).toBeVisible();
});

test('works with storage blocked', async ({ page }) => {
  watchFaults(page);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
  await page.goto('#/widgets/qos-delivery');
  await expect(page.getByText(/^Run with seed/)).toBeVisible();
  await page.getByRole('button', { name: 'Theme and motion' }).click();
  await page.getByRole('radio', { name: /Dark/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a worker that cannot start is told, with a way to start another', async ({ page }) => {
  await page.route(/worker.*\.js/, (route) => route.abort());
  await page.goto('#/widgets/qos-delivery');
  const restart = page.getByRole('button', { name: 'Restart the laboratory' });
  await expect(restart).toBeVisible();
  await page.unroute(/worker.*\.js/);
  await restart.click();
  await expect(page.getByText(/^Run with seed/)).toBeVisible();
});
