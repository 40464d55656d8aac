import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { globSync } from 'node:fs';
import { uiLanguages } from '../../playground-server/protocol/index.ts';
import { PlaygroundPage } from './pages/playground-page.ts';
import { SearchDialog } from './pages/search-dialog.ts';

/** Comparisons and frames are alike: one of the former here, some of the latter in embed.spec.ts. */
const alike = /\/compare\/(?!io_submit-several\/)|\/embed\/./;

/** The pages of the site, as setup built it, without their language. */
const pages = globSync('dist/en/**/index.html')
  .map((file) => file.replace(/^dist\/en|index\.html$/g, ''))
  .filter((path) => !alike.test(path))
  .sort();

const themes = ['light', 'dark'] as const;

/** Pages of the same parts as io_setup's: the dark theme has nothing new to show on them. */
const likeSetup = /^\/man[23]\/(?!io_setup)/;

/** All that the dark theme can change. */
const aboutColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds. Its newer mode opens a page of its own for each report, and takes twice as long. */
async function violations(page: Page, theme: (typeof themes)[number]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (theme === 'dark') axe.withRules(aboutColour);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}

test('there are pages to look at', () => expect(pages).toContain('/man2/io_setup/'));

for (const theme of themes) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    // A page is built of the same parts in each language: they take turns.
    for (const [at, name] of pages.entries()) {
      if (theme === 'dark' && likeSetup.test(name)) continue;
      const path = `/${uiLanguages[(at + themes.indexOf(theme)) % uiLanguages.length]}${name}`;
      test(`axe has nothing to say about ${path}`, async ({ page }) => {
        await page.goto(path);
        expect(await violations(page, theme)).toEqual([]);
      });
    }

    for (const kind of ['Monaco', 'the plain editor'] as const) {
      test(`axe has nothing to say about a playground with ${kind} and everything open`, async ({
        page,
      }) => {
        const playground = new PlaygroundPage(page);
        await playground.open('ru');
        await playground.openMonaco();
        if (kind !== 'Monaco') await playground.root.locator('[data-action="plainEditor"]').click();
        await page.keyboard.press('ControlOrMeta+Enter');
        await expect(playground.row(2).locator('.result')).toHaveText('= 0');
        await expect(playground.root.locator('[data-part="lane"]')).toBeVisible();
        for (const summary of await playground.root.locator('summary').all())
          if (await summary.isVisible()) await summary.click();
        await playground.root.locator('[data-share-button]').click();
        await expect(playground.root.locator('.share-panel input')).toHaveValue(/#v1\./);
        expect(await violations(page, theme)).toEqual([]);
      });
    }

    test('axe has nothing to say about the search and its results', async ({ page }) => {
      const search = new SearchDialog(page);
      await search.open('/fr/man2/io_setup/');
      await search.input.fill('einval');
      await expect(search.names.first()).toBeVisible();
      await expect(search.texts.first()).toBeVisible();
      expect(await violations(page, theme)).toEqual([]);
    });
  });
}
