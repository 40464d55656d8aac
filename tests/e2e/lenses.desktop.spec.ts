import { expect, test } from '@playwright/test';
import { LensesPage } from './pages/lenses-page.ts';

test('a lens shows its own source, tape and report, and runs what it shows', async ({ page }) => {
  const lenses = new LensesPage(page);
  await lenses.open();
  await lenses.tab('libaio').click();
  await expect(lenses.panel).toHaveCount(1);
  await expect(lenses.panel.locator('.source')).toContainText('#include <libaio.h>');
  await expect(lenses.panel.getByRole('log')).toContainText('io_setup(128');
  await lenses.panel.getByRole('button', { name: /^Run/ }).click();
  await expect(lenses.panel.getByRole('status')).toHaveText('The program ended with status 0.');
  await expect(lenses.panel).toContainText('live, Linux');
});

test('the tabs stay where they are when every example of the page changes', async ({ page }) => {
  const lenses = new LensesPage(page);
  await lenses.open('/en/man2/io_submit/');
  const example = page.locator('live-man-example[data-example="io_submit-hidden-errno"]');
  await example.getByRole('link', { name: 'Open and run' }).click();
  const tabs = example.getByRole('tab');
  await tabs.nth(1).scrollIntoViewIfNeeded();
  const before = (await tabs.nth(1).boundingBox())!.y;
  await tabs.nth(1).click();
  await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'true');
  expect(Math.abs((await tabs.nth(1).boundingBox())!.y - before)).toBeLessThan(2);
  // Those far away follow when the reader comes near them.
  await lenses.root.scrollIntoViewIfNeeded();
  await expect(lenses.tab('libaio')).toHaveAttribute('aria-selected', 'true');
});

test('arrow keys walk along the lenses, and Tab leaves them', async ({ page }) => {
  const lenses = new LensesPage(page);
  await lenses.open();
  await lenses.tab('C').focus();
  await page.keyboard.press('ArrowRight');
  await expect(lenses.tab('libaio')).toBeFocused();
  await expect(lenses.panel).toHaveAttribute('data-lens', 'libaio');
  await page.keyboard.press('Home');
  await expect(lenses.tab('C')).toBeFocused();
  await expect(lenses.panel).toHaveAttribute('data-lens', 'syscall');
  await page.keyboard.press('Tab');
  await expect(lenses.tabs.and(page.locator(':focus'))).toHaveCount(0);
});

test('the next page shows the lens that was chosen on this one', async ({ page }) => {
  const lenses = new LensesPage(page);
  await lenses.open();
  await lenses.tab('libaio').click();
  await lenses.open('/fr/man2/io_destroy/');
  await expect(lenses.tab('libaio')).toHaveAttribute('aria-selected', 'true');
  await expect(lenses.panel).toHaveAttribute('data-lens', 'libaio');
});

test('the address of an example leads to the lens that was chosen, that of a line to its own', async ({
  page,
}) => {
  const lenses = new LensesPage(page);
  await lenses.open();
  await lenses.tab('libaio').click();
  await lenses.open('/en/man2/io_setup/#io_setup-first');
  await expect(lenses.panel).toHaveAttribute('data-lens', 'libaio');
  await expect(lenses.tab('libaio')).toBeInViewport();
  await page.goto('/en/man2/io_setup/#io_setup-first-L10');
  await expect(lenses.first.staticLine(10)).toBeInViewport();
  await expect(lenses.panel).toHaveAttribute('data-lens', 'syscall');
});

test('the lenses have names in the reader’s language', async ({ page }) => {
  const lenses = new LensesPage(page);
  await lenses.open('/fr/man2/io_setup/');
  await expect(page.getByRole('tablist', { name: 'Variantes' }).first()).toBeVisible();
  await lenses.open('/ru/man2/io_setup/');
  await expect(page.getByRole('tablist', { name: 'Варианты' }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('links lead to a page of every variant', async ({ page }) => {
    const lenses = new LensesPage(page);
    await lenses.open();
    await expect(lenses.panel).toHaveAttribute('data-lens', 'syscall');
    await lenses.link('libaio').click();
    await expect(page.locator('live-man-playground .source')).toContainText('#include <libaio.h>');
  });
});
