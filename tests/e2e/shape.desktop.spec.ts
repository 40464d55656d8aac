import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';
import { endless, manyCalls, waiting } from './pages/snippets.ts';

let playground: PlaygroundPage;

test.beforeEach(async ({ page }) => {
  playground = new PlaygroundPage(page);
  await playground.open();
});

const box = async (part: Locator) => (await part.boundingBox())!;

test('a call is one line below its source, and all of it unfolds there', async ({ page }) => {
  await playground.runButton.click();
  await expect(playground.came).toHaveText('2 calls');
  await expect(playground.row(1).locator('.call')).toHaveText('io_setup(128, [ctx₁])');
  await expect(playground.row(2).locator('.call')).toHaveText('io_destroy(ctx₁)');
  const row = await box(playground.row(1));
  expect(row.height).toBeLessThan(30);
  const [source, tape] = [
    await box(playground.root.locator('.source')),
    await box(playground.tape),
  ];
  expect(tape.y).toBeGreaterThan(source.y + source.height);
  expect(tape.width).toBe(source.width);
  // It ends where the calls end.
  const last = await box(playground.row(2));
  expect(tape.y + tape.height - (last.y + last.height)).toBeLessThan(4);
  await playground.row(1).getByLabel('All arguments of io_setup').click();
  await expect(playground.row(1).locator('.fields')).toContainText(/nr_events.=.128/);
  await expect(page.locator('body')).not.toContainText('aio_offset =\n0');
  await test.step('beside its source where both have room: from about 2,000 px on', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    expect((await box(playground.tape)).x).toBe((await box(playground.root)).x);
    await page.setViewportSize({ width: 2560, height: 1440 });
    const [left, right] = [
      await box(playground.root.locator('.source')),
      await box(playground.tape),
    ];
    expect(right.x).toBeGreaterThan(left.x + left.width);
    expect((await box(playground.root)).width).toBeLessThanOrEqual(1600);
  });
});

test('Run and Cancel take turns in one place; the second half of a double click is neither', async ({
  page,
}) => {
  // Too narrow for all that stands in a row: what a run comes to must not push Run away.
  await page.setViewportSize({ width: 700, height: 800 });
  await playground.openMonaco();
  await playground.replaceSource(endless);
  const run = await box(playground.runButton);
  await playground.runButton.dblclick();
  await expect(playground.row(1).locator('.result')).toHaveText('= 0');
  await expect(playground.runButton).toBeHidden();
  expect(await box(playground.cancelButton)).toEqual(run);
  await expect(playground.came).toHaveText('1 call');
  await playground.cancelButton.dblclick();
  await expect(playground.report).toContainText('Cancelled.');
  await expect(playground.runButton).toBeVisible();
  await expect(playground.cancelButton).toBeHidden();
  await expect(playground.editorLine('pause')).toBeVisible();
  await expect(playground.came).toHaveText('stopped');
  expect(await box(playground.runButton)).toEqual(run);
});

test('a call that waits shows how long, while it does', async () => {
  await playground.openMonaco();
  await playground.replaceSource(waiting);
  await playground.page.keyboard.press('ControlOrMeta+Enter');
  const clock = playground.row(2).locator('.elapsed');
  await expect(clock).toHaveText(/^\d+ ms$|^\d+(\.\d)? s$/);
  const early = await clock.innerText();
  await expect(clock).not.toHaveText(early);
  await playground.cancelButton.click();
  await expect(clock).toHaveText('');
});

test('a long tape folds what is alike, and leads from error to error', async ({ page }) => {
  await playground.openMonaco();
  await playground.replaceSource(manyCalls);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.came).toHaveText(/EINVAL/);
  // What is far away is text that the browser's search finds; it becomes rows as the reader nears.
  await expect(playground.tape.locator('.afar')).not.toHaveCount(0);
  await expect(playground.tape).toContainText('io_getevents(ctx₁, 0, 150,');
  expect(await playground.rows.count()).toBeLessThan(250);
  await playground.tape.focus();
  await page.keyboard.press('n');
  const folded = playground.row(2);
  await expect(folded).toHaveAttribute('aria-current', 'true');
  await expect(folded).toBeInViewport();
  await expect(folded.locator('.times')).toHaveText('×40');
  await expect(playground.row(3)).toHaveCount(0);
  await page.keyboard.press('n');
  const last = playground.row(342);
  await expect(last).toHaveAttribute('aria-current', 'true');
  await expect(last).toBeInViewport();
  await expect(playground.row(340)).toBeVisible();
  await page.keyboard.press('p');
  await expect(folded).toBeFocused();
  await playground.root.getByLabel('Errors only').check();
  await expect(playground.rows).toHaveCount(2);
  await folded.getByRole('button', { name: /^40 calls alike/ }).click();
  await expect(playground.rows).toHaveCount(41);
  await expect(folded.locator('.since')).toBeHidden();
  await playground.root.getByLabel('Since start').check();
  await expect(folded.locator('.since')).toHaveText(/^\+\d/);
});

test('the result of a line of 120 columns is in view, in the page and in the editor', async ({
  page,
}) => {
  const call = 'if (syscall(SYS_io_setup, 0, &ctx) == -1) return 0;';
  const long = `#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) { aio_context_t ctx = 0;
${call}${' '.repeat(120 - call.length - 5)}/* */
return 1; }`;
  await playground.openMonaco();
  await playground.replaceSource(long);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.editorResult(5)).toHaveText('= -1 EINVAL');
  await expect(playground.editorResult(5)).toBeInViewport({ ratio: 1 });
  await page.reload();
  await playground.root.scrollIntoViewIfNeeded();
  // After a reload its colours and its results are there again.
  await expect(playground.staticLine(1).locator('.tok-keyword')).toHaveText('#include');
  const result = playground.staticLine(5).locator('.line-result');
  await expect(result).toHaveText('= -1 EINVAL');
  await expect(result).toBeInViewport({ ratio: 1 });
});

test('the result beside Run leads to the first failure', async ({ page }) => {
  await playground.openMonaco();
  await playground.replaceWord('SYS_io_setup', '128', '0');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.came).toHaveText('line 10: EINVAL');
  await playground.came.click();
  await expect(playground.row(1)).toHaveAttribute('aria-current', 'true');
  await expect(playground.row(1)).toBeInViewport();
  await test.step('and is there again after a reload', async () => {
    await page.reload();
    await playground.root.scrollIntoViewIfNeeded();
    await expect(playground.came).toHaveText('line 10: EINVAL');
    await expect(playground.row(1).locator('.result')).toHaveText('= -1 EINVAL');
    await expect(playground.came).not.toHaveAttribute('data-outdated');
  });
});
