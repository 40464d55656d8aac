import { expect, test } from '@playwright/test';
import { ComparePage } from './pages/compare-page.ts';
import { LensesPage } from './pages/lenses-page.ts';

test('three lenses hold the same answer of the kernel in three ways', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open('en', 'io_setup-einval-zero');
  await expect(compare.answer(1)).toHaveText('= -22 EINVAL');
  await expect(compare.held(1)).toHaveText([
    'returns -1, errno == 22',
    'returns -22, errno unchanged',
    'returns -1, errno() === 22',
  ]);
});

test('an example leads to its comparison, and each variant back to where it runs', async ({
  page,
}) => {
  const lenses = new LensesPage(page);
  await lenses.open();
  await lenses.root.getByRole('link', { name: 'Compare' }).click();
  const compare = new ComparePage(page);
  await expect(page).toHaveURL(/\/en\/compare\/io_setup-first\/$/);
  await compare.runLinks.nth(1).click();
  await expect(lenses.panel).toHaveAttribute('data-lens', 'libaio');
  await expect(lenses.tab('libaio')).toBeInViewport();
});

test('nothing but code scrolls sideways at any width', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open('en', 'io_submit-several');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${width} px`).toBe(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a call that libaio spares the kernel says why, in the reader’s language', async ({
    page,
  }) => {
    const compare = new ComparePage(page);
    await compare.open('fr', 'io_getevents-timeout-zero');
    await expect(compare.cells(2).nth(1)).toContainText('Aucun appel système.');
    await expect(compare.cells(2).nth(1)).toContainText('le trouve vide et renvoie 0');
    await compare.open('ru', 'io_getevents-timeout-zero');
    await expect(compare.cells(2).nth(1)).toContainText('Системного вызова нет.');
    await expect(compare.sources).toHaveCount(3);
    await expect(compare.sources.nth(1)).toContainText('#include <libaio.h>');
  });
});
