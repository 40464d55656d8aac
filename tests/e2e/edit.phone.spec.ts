import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';

test('Run stays at the bottom of the screen, shows its result, and leads there', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const atLowerEdge = async () => {
    const bar = (await playground.root.locator('.run-bar').boundingBox())!;
    expect(Math.round(bar.y + bar.height)).toBe(page.viewportSize()!.height);
  };
  await atLowerEdge();
  await playground.editButton.click();
  await expect(playground.textarea).toBeFocused();
  expect(await playground.textarea.evaluate((area: HTMLTextAreaElement) => area.selectionEnd)).toBe(
    0,
  );
  const source = await playground.textarea.inputValue();
  await expect(playground.root.locator('.gutter')).toHaveText(
    source
      .split('\n')
      .map((_, at) => at + 1)
      .join('\n'),
  );
  await playground.textarea.fill(source.replace('128', '0'));
  await playground.runButton.click();
  await expect(playground.came).toHaveText('line 10: EINVAL');
  await expect(playground.editorResult(10)).toHaveText('= -1 EINVAL');
  await atLowerEdge();
  await expect(playground.row(1)).not.toBeInViewport();
  await playground.came.click();
  await expect(playground.row(1)).toBeInViewport();
  await expect(playground.row(1)).toHaveAttribute('data-marked');
});

test('only the page scrolls vertically, and all that is pressed is large enough', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editButton.click();
  await playground.runButton.click();
  await expect(playground.came).toHaveText('2 calls');
  const scrollers = await playground.root.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('.source-side *, .tape')]
      .filter(
        ({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight + 1,
      )
      .filter((part) => ['auto', 'scroll'].includes(getComputedStyle(part).overflowY))
      .map((part) => part.className || part.localName),
  );
  expect(scrollers).toEqual([]);
  const buttons = playground.root.locator('button:visible, .tape summary:visible');
  for (const button of await buttons.all()) {
    const { width, height } = (await button.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

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
