import { expect, test } from '@playwright/test';

test('the table of contents follows the reader', async ({ page }) => {
  await page.goto('/en/man2/io_getevents/');
  const current = page.locator('starlight-toc, mobile-starlight-toc').locator('[aria-current]');
  await expect(current.filter({ hasText: /^\s*Name\s*$/ })).not.toHaveCount(0);
  await page.goto('/en/man2/io_getevents/#errors');
  await expect(current.filter({ hasText: /^\s*Errors\s*$/ })).not.toHaveCount(0);
});
