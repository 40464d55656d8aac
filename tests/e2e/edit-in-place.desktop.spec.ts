import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';

let playground: PlaygroundPage;

test.beforeEach(async ({ page }) => {
  playground = new PlaygroundPage(page);
  await playground.open();
});

test('a click puts the cursor there, and what is typed meanwhile is not lost', async ({ page }) => {
  const number = playground.staticLine(10).locator('.tok-constant').first();
  await expect(number).toHaveText('128');
  const { width = 0, height = 0 } = (await number.boundingBox()) ?? {};
  await number.click({ position: { x: width - 1, y: height / 2 } });
  await page.keyboard.type('99');
  await expect(playground.editorLine('SYS_io_setup')).toContainText('12899');
});

test('typing after Edit goes into the editor', async ({ page }) => {
  await playground.editButton.click();
  await page.keyboard.type('int first;');
  await expect(playground.editorLine('int first;#include')).toBeVisible();
});

test('a slash in the source still searches, as long as nobody is writing', async ({ page }) => {
  await playground.root.getByRole('region').focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
});
