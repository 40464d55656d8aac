import os from 'node:os';
import { expect, test } from '@playwright/test';

const addresses = { en: 'Status', fr: 'État', ru: 'Состояние' };

test('the status page shows what the server says about itself', async ({ page, request }) => {
  const data = { language: 'c', source: 'int main(void) { return 0; }' };
  await (await request.post('/api/v1/runs', { data })).body();
  await page.goto('/en/status/');
  const status = page.locator('live-man-status');
  await expect(status.getByRole('status')).toHaveText('The playground is working.');
  await expect(status.getByRole('region', { name: 'The machine' })).toContainText(os.release());
  await expect(status.getByRole('region', { name: 'Kernels' })).toContainText(/host:\s*ready/);
  const total = status.getByRole('row', { name: /Until the run was over/ });
  await expect(total.getByRole('cell').first()).toHaveText(/\d/);
  await expect(status.getByText('snippet runs: compiled, sandboxed and traced')).toBeVisible();
  await expect(status.getByRole('link', { name: 'The same as JSON' })).toBeVisible();
});

for (const [lang, title] of Object.entries(addresses)) {
  test(`the status page fits every screen, and has all its words, in ${lang}`, async ({ page }) => {
    await page.goto(`/${lang}/status/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('live-man-status [data-state=ready]')).toBeVisible();
    await expect(page.locator('live-man-status')).not.toContainText(
      /(status|limit|playground)\.\w/,
    );
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(needed).toBeLessThanOrEqual(width);
    }
  });
}

test('a server that does not answer is named, and what was seen stays', async ({ page }) => {
  await page.clock.install();
  await page.goto('/en/status/');
  const state = page.locator('live-man-status').getByRole('status');
  await expect(state).toHaveText('The playground is working.');
  await page.route('**/api/v1/status', (route) => route.abort());
  await page.clock.runFor(11_000);
  await expect(state).toHaveText(/does not answer/);
  await expect(page.getByRole('region', { name: 'The machine' })).toContainText(os.release());
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the status page says what is measured, and where the numbers are', async ({ page }) => {
    await page.goto('/en/status/');
    // Found by its place, because locators see no text inside a noscript element.
    const hint = page.locator('live-man-status noscript .hint');
    await expect(hint).toContainText('The numbers are filled in by JavaScript.');
    await expect(page.getByText('Until a slot was free')).toBeVisible();
    await page.getByRole('link', { name: 'The same as JSON' }).click();
    await expect(page.getByText('"lastHour"')).toBeVisible();
  });
});
