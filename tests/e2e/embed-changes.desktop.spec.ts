import { expect, test } from '@playwright/test';
import { Embedded } from './pages/embedded.ts';
import { serveTutorial } from './pages/tutorial-site.ts';

const code = '<code class="language-c">int main(void) { return 0; }</code>';

const places: [where: string, headers: Record<string, string>][] = [
  ['on a page', {}],
  // There, a frame that is loaded again has nothing to restore.
  ['in a sandbox', { 'content-security-policy': 'sandbox allow-scripts' }],
];

for (const [where, headers] of places)
  test(`a new label leaves alone what a reader is writing, ${where}`, async ({ page, baseURL }) => {
    const body = `<live-man id="mine" label="One"><pre>${code}</pre></live-man>`;
    const site = await serveTutorial(baseURL!, body, undefined, headers);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(site.url);
    const embedded = new Embedded(page, 'mine');
    // What the editor knows of the manual.
    const symbols = page.waitForResponse(/\/symbols\//);
    await embedded.playground.locator('[data-action="edit"]').click();
    const editor = embedded.playground.locator('.monaco-editor');
    await editor.locator('.view-line').first().waitFor();
    await page.keyboard.type('// mine');
    await symbols;
    await expect(editor).toContainText('// mine');
    await embedded.tag.evaluate((tag) => tag.setAttribute('label', 'Two'));
    await expect(embedded.playground).toHaveAccessibleName(/Two/);
    await expect(embedded.iframe).toHaveAttribute('title', 'live-man: Two');
    await page.keyboard.type(' still');
    await expect(editor).toContainText('// mine still');
    expect(complaints).toEqual([]);
    site.close();
  });

test('a router that goes back to a copy of a page, as Turbo does, finds one tag for one block', async ({
  page,
  baseURL,
}) => {
  const site = await serveTutorial(baseURL!, `<pre class="live-man">${code}</pre>`);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(site.url);
  const run = page.locator('live-man iframe').contentFrame().locator('[data-action="run"]');
  await expect(run).toBeVisible();
  await page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    document.body.replaceWith(document.createElement('body'));
    document.body.replaceWith(copy);
  });
  await expect(run).toBeVisible();
  await expect(page.locator('live-man')).toHaveCount(1);
  await expect(page.locator('pre')).toBeHidden();
  expect(complaints).toEqual([]);
  site.close();
});

test('what an author wrote is there again once its tag names an example that does not exist', async ({
  page,
  baseURL,
}) => {
  const body = '<live-man id="later" example="io_setup-first"><a href="/mine">Mine</a></live-man>';
  const site = await serveTutorial(baseURL!, body);
  await page.goto(site.url);
  const embedded = new Embedded(page, 'later');
  const link = page.getByRole('link', { name: 'Mine' });
  await expect(embedded.runButton).toBeVisible();
  await expect(link).toBeHidden();
  await embedded.tag.evaluate((tag) => tag.setAttribute('example', 'io_nothing'));
  await expect(embedded.iframe).toHaveCount(0);
  await expect(link).toBeVisible();
  site.close();
});
