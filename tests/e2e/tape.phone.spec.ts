import { expect, test } from '@playwright/test';
import { encodeSnippet } from '../../site/share/encode-snippet.ts';
import { SharedPlayground } from './pages/shared-playground.ts';

const source = `#include <fcntl.h>
#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    for (int at = 0; at < 20; at++) {
        pwrite(file, "x", 1, at);
        fsync(file);
    }
    close(-1);
    aio_context_t ctx = 0;
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_destroy, ctx);
}
`;

test('a whole tape sums up what can be skipped, and shows it where a reader asks', async ({
  page,
}) => {
  const { root, runButton, report, tapeRows } = new SharedPlayground(page);
  await page.goto(
    `/en/playground/#${await encodeSnippet({ language: 'c', source, tape: 'files' })}`,
  );
  await expect(root.locator('[data-part="static"]')).toContainText('pwrite');
  await runButton.click();
  await expect(report).toHaveAttribute('data-tone', 'ok');
  // A failure and the calls of AIO stand for themselves.
  await expect(tapeRows).toHaveCount(3);
  await expect(tapeRows.first()).toContainText('EBADF');
  const sum = root.locator('.summed > button');
  await expect(sum).toHaveText(/^\s*41 calls: open(at)?, pwrite64 ×20, fsync ×20\s*$/);
  const tape = root.locator('[data-part="tape"]');
  const isOwnScroller = await tape.evaluate((it) => it.scrollHeight > it.clientHeight + 1);
  expect(isOwnScroller).toBe(false);
  await sum.click();
  await expect(sum).toHaveAttribute('aria-expanded', 'true');
  await expect(sum).toBeFocused();
  await expect(tapeRows).toHaveCount(44);
  await sum.click();
  await expect(tapeRows).toHaveCount(3);
  // The result of a line leads to its call, wherever that is.
  await root.locator('[data-part="static"] [data-line="7"] .line-result a').first().click();
  await expect(sum).toHaveAttribute('aria-expanded', 'true');
  await expect(root.locator('[data-part="tape"] [aria-current]')).toContainText('open');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
