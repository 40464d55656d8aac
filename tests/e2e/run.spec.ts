import { expect, test } from '@playwright/test';
import { encodeSnippet } from '../../site/share/encode-snippet.ts';
import { PlaygroundPage } from './pages/playground-page.ts';
import { SharedPlayground } from './pages/shared-playground.ts';

test('a run shows each call on the tape and at its line, to which it leads, and keeps the width', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.runButton.click();
  await expect(playground.report).toHaveText('The program ended with status 0.');
  await expect(playground.row(1)).toContainText('io_setup(128,');
  await expect(playground.row(1).locator('.result')).toHaveText('= 0');
  await expect(playground.row(2)).toContainText('io_destroy(');
  await expect(playground.staticLine(10)).toContainText('= 0');
  await expect(playground.output('stdout')).toContainText('is ready');
  await playground.row(2).getByRole('link', { name: 'Show line 16' }).click();
  await expect(playground.staticLine(16)).toHaveAttribute('data-marked');
  await expect(playground.staticLine(10)).not.toHaveAttribute('data-marked');
  // Nothing but code scrolls sideways.
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test('failures are tried one after another, and each opens with its tape', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.root.getByRole('button', { name: 'Break this program' }).click();
  const provocation = playground.root.locator('.provocation');
  await expect(provocation.getByRole('status')).toHaveText(/^Handled \d+ of \d+ failures/, {
    timeout: 30_000,
  });
  await provocation.getByRole('button', { name: /^EAGAIN handled/ }).click();
  await expect(playground.row(1)).toContainText('EAGAIN');
  await expect(playground.row(1)).toContainText('answered by your rules (no. 1)');
  await expect(playground.root.locator('[data-part="conditions-now"]')).toHaveText(
    'io_setup:error=EAGAIN:when=1',
  );
});

test('failures of calls on files are tried, too, and nothing on what does not compile', async ({
  page,
}) => {
  const playground = new SharedPlayground(page);
  const write = '#include <unistd.h>\nint main(void) { return write(1, "12345678", 8) != 8; }';
  await page.goto(`/en/playground/#${await encodeSnippet({ language: 'c', source: write })}`);
  await playground.root.getByRole('button', { name: 'Break this program' }).click();
  const provocation = playground.root.locator('.provocation');
  await expect(provocation.getByRole('button', { name: '= 4 handled' })).toBeVisible({
    timeout: 30_000,
  });
  await provocation.getByRole('button', { name: /^ENOSPC handled/ }).click();
  await expect(playground.tapeRows.first()).toContainText('= -1 ENOSPC');
  const broken = await encodeSnippet({ language: 'c', source: 'int main(void) { return x; }' });
  await page.goto('/en/');
  await page.goto(`/en/playground/#${broken}`);
  const button = playground.root.getByRole('button', { name: 'Break this program' });
  await button.click();
  await expect(provocation.getByRole('status')).toContainText('does not compile');
  await playground.runButton.click();
  await expect(playground.root.locator('[data-part="diagnostics"]')).toContainText('undeclared');
  await expect(button).toBeHidden();
});

test('rules for calls on files are completed, and obeyed where the tape has the calls', async ({
  page,
}) => {
  const playground = new SharedPlayground(page);
  const source = '#include <unistd.h>\nint main(void) { return fsync(1) == 0; }';
  await page.goto(`/en/playground/#${await encodeSnippet({ language: 'c', source })}`);
  const conditions = playground.root.locator('[data-part="conditions"]');
  await conditions.locator('summary').click();
  const rules = conditions.locator('textarea[name="answer"]');
  await rules.pressSequentially('fsy');
  await expect(rules).toHaveValue('fsync');
  await page.keyboard.press('End');
  await rules.pressSequentially(':error=EIO');
  await expect(rules).toHaveValue('fsync:error=EIO');
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0);
  await playground.runButton.click();
  await expect(conditions.locator('[data-part="conditions-problem"]')).toContainText('"tape"');
  await conditions.locator('select[name="tape"]').selectOption('files');
  await playground.runButton.click();
  await expect(playground.tapeRows.first()).toContainText('= -1 EIO');
});

test('the shortcut runs the snippet from anywhere in the playground', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.tape.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.report).toHaveText('The program ended with status 0.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the example can be read, and offers nothing that would not work', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await expect(playground.staticLine(10)).toContainText('SYS_io_setup, 128, &ctx');
    // The form needs no script: no-script.desktop.spec.ts sends it.
    const scripted = page.locator('button:visible:not(form button)');
    await expect(playground.root.locator(scripted)).toHaveCount(0);
  });
});
