import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { globSync } from 'node:fs';
import { uiLanguages } from '../../playground-server/protocol/index.ts';
import { PlaygroundPage } from './pages/playground-page.ts';
import { SearchDialog } from './pages/search-dialog.ts';

/**
 * All comparisons are alike, so are all goals and all frames: one of each is tested here, some frames
 * in embed.desktop.spec.ts.
 */
const alike = /\/compare\/(?!io_submit-several\/)|\/learn\/(?!submit-that-waits\/).|\/embed\/./;

/** The pages of the site, as setup built it, without their language. */
const pages = globSync('dist/en/**/index.html')
  .map((file) => file.replace(/^dist\/en|index\.html$/g, ''))
  .filter((path) => !alike.test(path))
  .sort();

/** Pages made of the same parts as io_setup's: the dark theme shows nothing new on them. */
const likeSetup = /^\/man[23]\/(?!io_setup)/;

/** All that the dark theme can change. */
const aboutColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds. Its newer mode opens a page of its own for each report, and takes twice as long. */
async function violations(
  page: Page,
  rules?: string[],
  within: readonly string[] = [],
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (rules) axe.withRules(rules);
  for (const part of within) axe.include(part);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}

/** What axe finds about the colours of the dark theme, to which an open page switches at once. */
async function darkViolations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  return violations(page, aboutColour);
}

test('there are pages to look at', () => expect(pages).toContain('/man2/io_setup/'));

// A page has the same parts in each language, so the languages take turns.
for (const [at, name] of pages.entries()) {
  const path = `/${uiLanguages[at % uiLanguages.length]}${name}`;
  test(`axe has nothing to say about ${path}`, async ({ page }) => {
    await page.goto(path);
    expect(await violations(page)).toEqual([]);
    if (!likeSetup.test(name)) expect(await darkViolations(page)).toEqual([]);
  });
}

/** Results beside lines of code are exempt: the rows of the tape lead to the same places. */
const targets = ['.foot', '.tools', 'footer', 'starlight-toc'];

for (const width of [390, 1280]) {
  test(`what is pressed on a page of ${width} px has a target of 24 px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/ru/man2/io_submit/');
    expect(await violations(page, ['target-size'], targets)).toEqual([]);
  });
}

test('axe has nothing to say about a playground with everything open', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('ru');
  await playground.openMonaco();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.row(2).locator('.result')).toHaveText('= 0');
  await expect(playground.root.locator('[data-part="lane"]')).toBeVisible();
  for (const summary of await playground.root.locator('summary').all())
    if (await summary.isVisible()) await summary.click();
  await playground.root.locator('[data-share-button]').click();
  await expect(playground.root.locator('.share-panel input')).toHaveValue(/#v1\./);
  expect(await violations(page)).toEqual([]);
  expect(await darkViolations(page)).toEqual([]);
  await playground.root.locator('[data-action="plainEditor"]').click();
  await expect(playground.textarea).toBeVisible();
  expect(await violations(page, aboutColour)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(page)).toEqual([]);
});

test('axe has nothing to say about the search and its results', async ({ page }) => {
  const search = new SearchDialog(page);
  await search.open('/fr/man2/io_setup/');
  await search.input.fill('einval');
  await expect(search.names.first()).toBeVisible();
  await expect(search.texts.first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await darkViolations(page)).toEqual([]);
});
