import { expect, test } from '@playwright/test';
import { SharedPlayground } from './pages/shared-playground.ts';

test('a snippet changed by touch is shared, and opens as it was', async ({ page }) => {
  const shared = new SharedPlayground(page);
  await page.goto('/fr/man2/io_setup/');
  await shared.typeAtTheTop('// touché\n');
  await page.goto(await shared.sharedLink());
  await expect(shared.title).toHaveText('touché');
  await expect(shared.tapeRows).toHaveCount(0);
  await shared.runButton.tap();
  await expect(shared.tapeRows.first()).toContainText('io_setup');
});

test('an example of the gallery opens at the top of the page, and fits it', async ({ page }) => {
  const shared = new SharedPlayground(page);
  await page.goto('/ru/playground/');
  await page.locator('[data-example="io_submit-first"] a.title').tap();
  await expect(shared.root).toHaveAttribute('id', 'io_submit-first');
  await expect(shared.title).toBeInViewport();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
