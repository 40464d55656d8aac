import { expect, test } from '@playwright/test';

test('a badge leads to what the kernels did instead, each in its own words', async ({ page }) => {
  await page.goto('/en/man2/io_submit/');
  const condition = page.locator('#einval-append-and-noappend');
  await condition.getByRole('link', { name: 'since Linux 6.9' }).click();
  await expect(page).toHaveURL('/en/kernels/#io_submit-einval-append');
  const section = page.getByRole('region', { name: 'Append, and do not' });
  await expect(section).toBeInViewport();
  const call = section.getByRole('row').filter({ hasText: 'RWF_APPEND|RWF_NOAPPEND' });
  await expect(call.getByRole('cell')).toContainText(['= -1 EOPNOTSUPP', '= -1 EINVAL']);
});

test('the page about what changed is no wider than the screen', async ({ page }) => {
  await page.goto('/en/kernels/');
  await expect(page.getByRole('table').first()).toBeVisible();
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
});
