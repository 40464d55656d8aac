import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';

test('a touch screen gets a plain text field, and the same answer', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editButton.click();
  const source = await playground.textarea.inputValue();
  await playground.textarea.fill(source.replace('128', '0'));
  await playground.runButton.click();
  await expect(playground.row(1).locator('.result')).toHaveText('= -1 EINVAL');
  await expect(playground.monaco).toHaveCount(0);
});
