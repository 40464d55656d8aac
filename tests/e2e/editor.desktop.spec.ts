import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';
import { undeclared } from './pages/snippets.ts';

let playground: PlaygroundPage;

test.describe('in English', () => {
  test.beforeEach(async ({ page }) => {
    playground = new PlaygroundPage(page);
    await playground.open();
    await playground.openMonaco();
  });

  test('names of the manual are completed, with what the manual says about them', async ({
    page,
  }) => {
    await playground.replaceSource('#include <linux/aio_abi.h>\nint main(void) { IOCB_CMD_PR');
    await page.keyboard.press('ControlOrMeta+Space');
    await expect(playground.suggestion('IOCB_CMD_PREAD').first()).toBeVisible();
    await playground.suggestion('IOCB_CMD_PREADV').first().click();
    await expect(playground.editorLine('IOCB_CMD_PREADV')).toBeVisible();
  });

  test('the parameter that is being written is explained', async ({ page }) => {
    await playground.replaceSource('int main(void) { ');
    await page.keyboard.type('syscall(SYS_io_setup, ');
    await expect(playground.parameterHints).toContainText('nr_events');
  });

  test('what the compiler says is marked while it is written, and nothing runs', async ({
    page,
  }) => {
    const runs: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/v1/runs')) runs.push(request.url());
    });
    await playground.replaceSource(undeclared);
    await expect(playground.monaco.locator('.squiggly-error')).not.toHaveCount(0);
    await expect(playground.diagnostics).toContainText('error');
    expect(runs).toEqual([]);
  });

  test('an edit outlives a reload, and each tab keeps its own', async ({ page, context }) => {
    await playground.replaceWord('SYS_io_setup', '128', '64');
    await expect(playground.resetButton).toBeVisible();
    await page.reload();
    await expect(playground.staticLine(10)).toContainText('SYS_io_setup, 64');
    const other = new PlaygroundPage(await context.newPage());
    await other.open();
    await expect(other.staticLine(10)).toContainText('SYS_io_setup, 64');
    await other.openMonaco();
    await other.replaceWord('SYS_io_setup', '64', '32');
    await expect(other.editorLine('SYS_io_setup')).toContainText('32');
    await page.reload();
    await expect(playground.staticLine(10)).toContainText('SYS_io_setup, 64');
  });

  test('a result stays with its line, and goes with it', async ({ page }) => {
    await playground.replaceWord('SYS_io_setup', '128', '64');
    await expect(playground.editorResult(10)).toHaveText('= 0');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Enter');
    await expect(playground.editorResult(11)).toHaveText('= 0');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('int main(void) {}');
    await expect(playground.editorLine('int main(void) {}')).toHaveText('int main(void) {}');
    await expect(playground.root.locator('[data-part="editor"] .line-result')).toHaveCount(0);
  });

  test('a reset can be undone', async () => {
    await playground.replaceWord('SYS_io_setup', '128', '64');
    await playground.resetButton.click();
    await expect(playground.editorLine('SYS_io_setup')).toContainText('128');
    await expect(playground.undoResetButton).toBeFocused();
    await playground.undoResetButton.click();
    await expect(playground.editorLine('SYS_io_setup')).toContainText('64');
  });

  test('a snippet is formatted', async () => {
    await playground.replaceSource('int main ( void ){return 0 ;}');
    await playground.tool('Format').click();
    await expect(playground.editorLine('int main(void)')).toBeVisible();
  });

  test('a snippet runs as it is typed where the reader wants that', async () => {
    const box = playground.root.getByRole('checkbox', { name: 'Run as I type' });
    await expect(box).not.toBeChecked();
    await box.check();
    await playground.replaceWord('SYS_io_setup', '128', '0');
    await expect(playground.row(1).locator('.result')).toHaveText('= -1 EINVAL');
  });

  test('code can be made larger, and stays so on the next page', async ({ page }) => {
    const size = () =>
      playground.monaco
        .locator('.view-lines')
        .evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
    const before = await size();
    await playground.tool('A+').click();
    await expect.poll(size).toBeGreaterThan(before);
    await page.reload();
    await playground.openMonaco();
    await expect.poll(size).toBeGreaterThan(before);
  });
});

for (const [lang, said, href] of [
  ['fr', 'Créer un contexte', '/fr/man2/io_setup/'],
  ['ru', 'контекст', '/ru/man2/io_setup/'],
] as const) {
  test(`a name is explained in the language of the page, with a link to its page (${lang})`, async ({
    page,
  }) => {
    playground = new PlaygroundPage(page);
    await playground.open(lang);
    await playground.openMonaco();
    await playground.pointAt('SYS_io_setup', 'SYS_io_setup');
    await expect(playground.explanation).toContainText(said);
    await expect(playground.explanation.getByRole('link').last()).toHaveAttribute(
      'data-href',
      new RegExp(`${href}$`),
    );
  });
}
