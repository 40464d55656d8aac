import { expect, test, type Page } from '@playwright/test';
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
  const inPage = await number.evaluate((token) => getComputedStyle(token).color);
  await page.keyboard.type('99');
  await expect(playground.editorLine('SYS_io_setup')).toContainText('12899');
  const token = playground.editorLine('SYS_io_setup').locator('span > span');
  await expect(token.filter({ hasText: /^12899$/ })).toHaveCSS('color', inPage);
});

/** Opens the editor on a connection so slow that Monaco does not come before `arrive` is called. */
async function editSlowly(page: Page): Promise<{ arrive: () => void }> {
  const coming = Promise.withResolvers<void>();
  await page.route(/monaco-modules/, async (route) => {
    await coming.promise;
    await route.continue();
  });
  await playground.editButton.click();
  await expect(playground.textarea).toBeFocused();
  return { arrive: coming.resolve };
}

test('on a slow connection a plain field appears at once, and the editor takes over its text', async ({
  page,
}) => {
  const { arrive } = await editSlowly(page);
  await page.keyboard.type('int slow;');
  await expect(playground.textarea).toHaveValue(/^int slow;#include/);
  arrive();
  await expect(playground.editorLine('int slow;#include')).toBeVisible();
  await expect(playground.textarea).toHaveCount(0);
  await page.keyboard.type('int more;');
  await expect(playground.editorLine('int slow;int more;#include')).toBeVisible();
});

test('the editor waits for a word that an input method has not finished', async ({ page }) => {
  const { arrive } = await editSlowly(page);
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', {
    text: 'ни',
    selectionStart: 2,
    selectionEnd: 2,
  });
  await expect(playground.textarea).toHaveValue(/^ни#include/);
  const arrived = page.waitForResponse(/monaco-modules/);
  arrive();
  await (await arrived).finished();
  // Time enough to replace the field, were it not in use.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await keyboard.send('Input.insertText', { text: 'нить' });
  await expect(playground.editorLine('нить#include')).toBeVisible();
});

test('typing after Edit goes into the editor', async ({ page }) => {
  await playground.editButton.click();
  await page.keyboard.type('int first;');
  await expect(playground.editorLine('int first;#include')).toBeVisible();
});

test('a slash in the source still searches, until somebody writes', async ({ page }) => {
  await playground.root.getByRole('region').focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
});
