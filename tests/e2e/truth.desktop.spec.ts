import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';
import { crash, firstStatement } from './pages/snippets.ts';

let playground: PlaygroundPage;

test.beforeEach(async ({ page }) => {
  playground = new PlaygroundPage(page);
  await playground.open();
});

const before = 'of the snippet before your change';

test('a change marks the results as outdated, until it is run or undone', async ({ page }) => {
  const provenance = playground.root.locator('[data-part="provenance"]');
  await expect(provenance).toContainText('recorded on Linux');
  await playground.openMonaco();
  await playground.replaceWord('SYS_io_setup', '128', '0');
  const changed = playground.editorResult(10).locator('.line-result');
  const other = playground.editorResult(16).locator('.line-result');
  await expect(changed).toHaveAttribute('data-outdated', 'line');
  await expect(changed).toHaveCSS('text-decoration-line', 'line-through');
  await expect(other).toHaveAttribute('data-outdated', 'others');
  await expect(provenance).toHaveText(before);
  await expect(playground.report).toHaveAttribute('data-outdated', before);
  await expect(playground.root.locator('.output')).toHaveAttribute('data-outdated', before);
  await playground.resetButton.click();
  await expect(provenance).toContainText('recorded on Linux');
  await expect(playground.report).not.toHaveAttribute('data-outdated');
  await playground.replaceWord('SYS_io_setup', '128', '64');
  await expect(provenance).toHaveText(before);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(provenance).toContainText('live, Linux');
  await expect(playground.tape).not.toHaveAttribute('data-outdated');
  await test.step('other conditions do so as well', async () => {
    await playground.root.locator('.conditions > summary').click();
    const refused = playground.root.getByRole('combobox', { name: 'io_setup' });
    await refused.selectOption('ENOSYS');
    await expect(provenance).toHaveText('under the conditions before your change');
    await expect(playground.tape).toHaveAttribute('data-outdated');
    await expect(changed).toHaveAttribute('data-outdated', 'conditions');
    await refused.selectOption('');
    await expect(provenance).toContainText('live, Linux');
    await expect(changed).not.toHaveAttribute('data-outdated');
  });
  await test.step('a row of the tape leads to where its line is now', async () => {
    await page.keyboard.press('ControlOrMeta+Home');
    await playground.monaco
      .locator('.view-line')
      .first()
      .click({ position: { x: 1, y: 5 } });
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('// one more\n');
    await playground.row(1).locator('a.line').click();
    const marked = playground.monaco.locator('.lm-marked-line');
    const [line, mark] = [
      await playground.editorLine('SYS_io_setup').boundingBox(),
      await marked.first().boundingBox(),
    ];
    expect(mark!.y).toBeCloseTo(line!.y, 0);
  });
});

test('a run that never began leaves everything as it is, and only says so', async ({ page }) => {
  const rows = await playground.tape.locator('ol').innerHTML();
  const output = await playground.output('stdout').innerText();
  await page.route('**/api/v1/runs', (route) => route.abort());
  await playground.runButton.click();
  await expect(playground.report).toContainText('does not answer');
  expect(await playground.tape.locator('ol').innerHTML()).toBe(rows);
  expect(await playground.output('stdout').innerText()).toBe(output);
  await expect(playground.staticLine(10)).toContainText('= 0');
  await page.unroute('**/api/v1/runs');
  await page.route('**/api/v1/runs', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'queue-full', detail: 'The queue is full.' }),
    }),
  );
  await playground.runButton.click();
  await expect(playground.report).not.toContainText('does not answer');
  expect(await playground.tape.locator('ol').innerHTML()).toBe(rows);
});

test('a finished run is no failed request', async ({ page }) => {
  const ended: string[] = [];
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => {
      if (request.url().endsWith('/api/v1/runs')) ended.push(end);
    });
  await playground.runButton.click();
  await expect(playground.report).toHaveText('The program ended with status 0.');
  await expect.poll(() => ended).toEqual(['requestfinished']);
});

test('the line of a crash is marked and linked; what the buffer held is said to be lost', async ({
  page,
}) => {
  await playground.openMonaco();
  await playground.replaceSource(crash);
  await page.keyboard.press('ControlOrMeta+Enter');
  const line = playground.report.getByRole('link', { name: `line ${firstStatement + 1}` });
  await expect(line).toBeVisible();
  await expect(playground.monaco.locator('.squiggly-error')).not.toHaveCount(0);
  await line.click();
  await expect(playground.monaco.locator('.lm-marked-line')).not.toHaveCount(0);
  await expect(playground.root.locator('.output')).toContainText('stdout is buffered');
});

for (const [lang, said] of [
  ['en', 'Every program begins in main()'],
  ['fr', 'Tout programme commence dans main()'],
  ['ru', 'Любая программа начинается с main()'],
] as const) {
  test(`a program without main is told what it lacks, at a line (${lang})`, async ({ page }) => {
    await playground.open(lang);
    await playground.openMonaco();
    await playground.replaceSource('#include <stdio.h>\nint mian(void) { return 0; }');
    await page.keyboard.press('ControlOrMeta+Enter');
    const hint = playground.root.locator('.diagnostics li').filter({ hasText: said });
    await expect(hint.locator('[data-to-line="2"]')).toBeVisible();
    await expect(playground.monaco.locator('.squiggly-error')).not.toHaveCount(0);
  });
}
