import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';

/** Line 3 is wrong for the type checker only. */
const wrongType = `import { AioContext, io_setup } from 'aio';

const ctx: string = new AioContext();
io_setup(1, ctx as unknown as AioContext);
`;

let playground: PlaygroundPage;

test.beforeEach(async ({ page }) => {
  playground = new PlaygroundPage(page, 'typescript');
  await playground.open();
});

const run = () => playground.page.keyboard.press('ControlOrMeta+Enter');

test('an example in TypeScript runs as it is, each call at its line', async () => {
  await expect(playground.root.getByRole('link', { name: 'the module aio' })).toHaveAttribute(
    'href',
    '/en/typescript/',
  );
  await playground.runButton.click();
  await expect(playground.report).toHaveText('The program ended with status 0.');
  await expect(playground.row(1)).toContainText('io_setup(128,');
  await expect(playground.staticLine(11)).toContainText('= 0');
  await expect(playground.output('stdout')).toContainText('is ready');
});

test('a changed argument fails with the same errno, reported as koffi reports it', async () => {
  await playground.openMonaco();
  await playground.replaceWord('io_setup(128', '128', '0');
  await run();
  await expect(playground.root.locator('[data-part="editor"] .line-result')).toContainText([
    '= -1 EINVAL',
  ]);
  await expect(playground.row(1)).toContainText('returns -1, errno() === 22');
  await expect(playground.report).toContainText('status 1');
  await expect(playground.output('stderr')).toContainText('Error: io_setup: EINVAL');
});

test('a type error is marked at its line while it is written, and the snippet runs all the same', async () => {
  await playground.openMonaco();
  await playground.replaceSource(wrongType);
  await expect(playground.monaco.locator('.squiggly-error')).not.toHaveCount(0);
  await expect(playground.diagnostics).toContainText(/3:7\s+error/);
  await expect(playground.diagnostics).toContainText("'AioContext' is not assignable");
  await run();
  await expect(playground.row(1)).toContainText('io_setup(1,');
});

test('a syntax error is named with its line, and nothing runs', async () => {
  await playground.openMonaco();
  await playground.replaceSource("import { io_setup } from 'aio';\n\nconst = 1;\n");
  await run();
  await expect(playground.report).toContainText('does not compile');
  await expect(playground.diagnostics).toContainText(/3:\d+\s+error/);
});

test('a snippet is formatted, and one that cannot be read stays as it is', async () => {
  await playground.openMonaco();
  await playground.replaceSource('const  a={b :1}');
  await playground.tool('Format').click();
  await expect(playground.editorLine('const a = { b: 1 };')).toBeVisible();
  await playground.replaceSource('const  = 1');
  await playground.tool('Format').click();
  await expect(playground.root.getByText('Not formatted')).toBeVisible();
  await expect(playground.editorLine('const  = 1')).toBeVisible();
});

test('the module is completed and explained', async ({ page }) => {
  await playground.openMonaco();
  await playground.replaceSource("import * as aio from 'aio';\n");
  await page.keyboard.type('aio.io_');
  await expect(playground.suggestion('io_submit').first()).toBeVisible();
  await page.keyboard.type('setup(');
  await expect(playground.parameterHints).toContainText('nr');
});
