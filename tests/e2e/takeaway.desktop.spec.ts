import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { uiLanguages } from '../../playground-server/protocol/index.ts';
import { SharedPlayground } from './pages/shared-playground.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** The tools of the first playground of a page, unfolded. */
async function unfoldTools(page: Page, path: string) {
  const shared = new SharedPlayground(page);
  await page.goto(path);
  await shared.root.scrollIntoViewIfNeeded();
  const takeaway = shared.root.locator('[data-part="takeaway"]');
  await takeaway.locator('summary').click();
  return { shared, tool: (name: string) => takeaway.locator(`[data-tool="${name}"]`) };
}

async function saved(page: Page, button: Locator): Promise<{ name: string; content: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const content = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), content };
}

for (const lang of uiLanguages) {
  test(`a recorded tape is copied in strace's notation (${lang})`, async ({ page }) => {
    const { tool } = await unfoldTools(page, `/${lang}/man2/io_setup/`);
    const label = await tool('text').textContent();
    await tool('text').click();
    await expect(tool('text')).not.toHaveText(label ?? '');
    await expect(tool('text')).toHaveText(label ?? '');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^1 +\d+\.\d{6} io_setup\(\d+, \[0x[0-9a-f]+\]\) = 0 <\d+\.\d{6}>$/m);
    expect(text).toMatch(/\+\+\+ exited with 0 \+\+\+\n$/);
  });
}

test('a new run is taken away as text, as Markdown with its snippet, and as a trace', async ({
  page,
}) => {
  const { shared, tool } = await unfoldTools(page, '/en/man2/io_setup/');
  await shared.runButton.click();
  await expect(shared.report).toHaveAttribute('data-tone', 'ok');
  await tool('markdown').click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain('```c\n');
  expect(await copied()).toMatch(/^Linux \d.*gcc/m);
  const text = await saved(page, tool('save-text'));
  expect(text.name).toBe('tape.strace');
  expect(await copied()).toContain(text.content.trim());
  const trace = await saved(page, tool('save-trace'));
  expect(trace.name).toBe('tape.trace.json');
  const { traceEvents } = JSON.parse(trace.content) as { traceEvents: { name: string }[] };
  expect(traceEvents.map(({ name }) => name)).toContain('io_setup');
});

test('what cannot be copied is shown', async ({ page, context }) => {
  await context.clearPermissions();
  const { shared, tool } = await unfoldTools(page, '/en/man2/io_setup/');
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('not allowed')) },
    }),
  );
  await tool('text').click();
  await expect(shared.root.locator('[data-part="command"]')).toContainText('io_setup(');
});
