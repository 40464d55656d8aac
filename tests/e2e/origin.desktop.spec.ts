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
});
