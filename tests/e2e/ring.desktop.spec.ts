import { expect, test } from '@playwright/test';
import { encodeSnippet } from '../../site/share/encode-snippet.ts';
import { SharedPlayground } from './pages/shared-playground.ts';

const source = `#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void)
{
    aio_context_t ctx = 0;
    int ends[2];
    pipe(ends);
    struct iocb write = { .aio_fildes = ends[1], .aio_buf = (long)"x", .aio_nbytes = 1,
                          .aio_lio_opcode = IOCB_CMD_PWRITE }, *list[] = { &write };
    struct io_event event;
    syscall(SYS_io_setup, 4, &ctx);
    syscall(SYS_io_submit, ctx, 1, list);
    syscall(SYS_io_getevents, ctx, 1, 1, &event, NULL);
}
`;

test('a reader steps through the ring of a run by keys, and its call and line are marked', async ({
  page,
}) => {
  const shared = new SharedPlayground(page);
  await page.goto(`/en/playground/#${await encodeSnippet({ language: 'c', source })}`);
  await shared.runButton.click();
  await expect(shared.report).toHaveAttribute('data-tone', 'ok');
  const ring = shared.root.locator('.ring');
  await ring.locator('summary').click();
  const said = ring.locator('p');
  await expect(said).toContainText('io_setup (line 12)');
  await expect(said).toContainText('head = 0, tail = 0');
  await ring.locator('summary').press('ArrowRight');
  await expect(said).toContainText('1 event waits to be fetched.');
  await expect(ring.locator('li[data-state="unread"]')).toHaveText(/0\s*iocb\s*1/);
  await expect(shared.root.locator('[data-part="tape"] [aria-current]')).toContainText('io_submit');
  await ring.locator('summary').press('End');
  await expect(said).toContainText('head = 1, tail = 1');
  await expect(ring.locator('li[data-state="read"]')).toHaveCount(1);
  await ring.locator('summary').press('ArrowRight');
  await expect(ring.locator('output')).toHaveText('3 / 3');
});

test('a run adds no part to its playground, which would be styled anew as a whole', async ({
  page,
}) => {
  const shared = new SharedPlayground(page);
  await page.goto(`/en/playground/#${await encodeSnippet({ language: 'c', source })}`);
  await expect(shared.runButton).toBeVisible();
  const parts = () => shared.root.evaluate(({ children }) => children.length);
  const before = await parts();
  await shared.runButton.click();
  await expect(shared.root.locator('.ring')).toBeVisible();
  expect(await parts()).toBe(before);
});
