import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';
import { firstStatement, lostFile } from './pages/snippets.ts';

test('a descriptor that is none leads to the open() that failed, which one press puts on the tape', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.openMonaco();
  await playground.replaceSource(lostFile);
  await playground.runButton.click();
  const failed = playground.rows.filter({ hasText: 'EBADF' });
  await playground.tool('Keep this run to compare').click();
  await failed.getByRole('button', { name: /^Where is it from/ }).click();
  const origin = failed.locator('[data-note="origin"]');
  await expect(origin).toHaveText(
    `aio_fildes = -1: line ${firstStatement + 1}, openat() = -1 ENOENT`,
  );
  await origin.getByRole('link').click();
  await expect(playground.rows.filter({ hasText: 'openat(AT_FDCWD' })).toBeFocused();
  await expect(playground.tape.locator('[aria-current]')).toContainText('openat(');
  // Whatever the tape told last, the next run asks for the same.
  await expect(playground.root.locator('[data-part="conditions-now"]')).toContainText('files');
  await test.step('the run that was kept stands beside this one', async () => {
    const kept = playground.root.locator('.kept:visible');
    await expect(kept.getByRole('status')).toHaveText('The runs differ in 1 call.');
    await expect(kept.locator('[data-differs]')).toHaveText(/openat.*not made.*= -1 ENOENT/s);
    await playground.tool('Let the kept run go').click();
    await expect(kept).toHaveCount(0);
  });
});
