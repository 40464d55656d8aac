import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';
import {
  bothStreams,
  undeclared,
  crash,
  endless,
  firstStatement,
  threeInALoop,
} from './pages/snippets.ts';

let playground: PlaygroundPage;

test.beforeEach(async ({ page }) => {
  playground = new PlaygroundPage(page);
  await playground.open();
  await playground.openMonaco();
});

const run = () => playground.page.keyboard.press('ControlOrMeta+Enter');

test('128 changed to 0 fails with EINVAL beside its line, linked to the error', async ({
  page,
}) => {
  await playground.replaceWord('SYS_io_setup', '128', '0');
  await run();
  await expect(playground.editorResult(10)).toHaveText('= -1 EINVAL');
  await expect(playground.row(1).locator('.result')).toHaveText('= -1 EINVAL');
  const { errnoPanel } = playground;
  const address = page.url();
  await playground.row(1).getByRole('link', { name: 'EINVAL' }).click();
  await expect(errnoPanel).toContainText('nr_events is zero');
  await expect(errnoPanel.getByRole('link', { name: 'Open in the manual' })).toBeFocused();
  expect(page.url()).toBe(address);
  await page.keyboard.press('Escape');
  await expect(errnoPanel).toBeHidden();
  await playground.editorResult(10).getByRole('link', { name: 'EINVAL' }).click();
  await errnoPanel.getByRole('link', { name: 'Open in the manual' }).click();
  await expect(page).toHaveURL(/\/en\/man2\/io_setup\/#einval/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('reset brings the example back', async () => {
  await expect(playground.resetButton).toBeHidden();
  await playground.replaceWord('SYS_io_setup', '128', '0');
  await playground.resetButton.click();
  await expect(playground.editorLine('SYS_io_setup')).toContainText('128');
  await expect(playground.resetButton).toBeHidden();
});

test('an endless run can be cancelled, and keeps what was seen', async () => {
  await playground.replaceSource(endless);
  await run();
  // The recorded row says the same until the run has begun.
  await expect(playground.root.locator('[data-part="provenance"]')).toContainText('live');
  await expect(playground.row(1).locator('.result')).toHaveText('= 0');
  await playground.cancelButton.click();
  await expect(playground.report).toContainText('Cancelled.');
  await expect(playground.row(1)).toBeVisible();
  await expect(playground.cancelButton).toBeHidden();
});

test('a compile error is marked in the editor and listed with its line', async () => {
  await playground.replaceSource(undeclared);
  await run();
  await expect(playground.report).toContainText('does not compile');
  await expect(playground.monaco.locator('.squiggly-error')).not.toHaveCount(0);
  await expect(playground.diagnostics).toContainText(new RegExp(`${firstStatement}:\\d+\\s+error`));
});

test('a crash is named with its signal and line', async () => {
  await playground.replaceSource(crash);
  await run();
  await expect(playground.report).toContainText(
    `The program was killed by SIGSEGV in line ${firstStatement + 1}.`,
  );
});

test('stdout and stderr are told apart', async () => {
  await playground.replaceSource(bothStreams);
  await run();
  await expect(playground.output('stdout')).toHaveText('to stdout');
  await expect(playground.output('stderr')).toHaveText('to stderr');
});

test('a line that made several calls shows the last and how many', async () => {
  await playground.replaceSource(threeInALoop);
  await run();
  await expect(playground.editorResult(firstStatement + 1)).toContainText(/= -1 EINVAL\s+×3/);
  await expect(playground.rows).toHaveCount(3);
});

test('Escape, then Tab leaves the editor', async ({ page }) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(playground.monaco.locator(':focus')).toHaveCount(0);
  await expect(playground.editorLine('#include').first()).toHaveText('#include <linux/aio_abi.h>');
});
