import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { globSync } from 'node:fs';
import { SearchDialog } from './pages/search-dialog.ts';

/** Comparisons and frames are alike: one of the former here, some of the latter in embed.spec.ts. */
const alike = /\/compare\/(?!io_submit-several\/)|\/embed\/./;

/** The pages of the site, as setup built it. */
const paths = globSync('dist/{en,fr,ru}/**/index.html')
  .map((file) => file.replace(/^dist|index\.html$/g, ''))
  .filter((path) => !alike.test(path))
  .sort();

const themes = ['light', 'dark'] as const;

/** All that the dark theme can change. */
const aboutColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds. Its newer mode opens a page of its own for each report, and takes twice as long. */
async function violations(page: Page, theme: (typeof themes)[number]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (theme === 'dark') axe.withRules(aboutColour);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}

test('there are pages to look at', () => expect(paths).toContain('/en/man2/io_setup/'));

for (const theme of themes) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    // The languages have their colours in common.
    for (const path of paths.filter((path) => theme === 'light' || path.startsWith('/en/'))) {
      test(`axe has nothing to say about ${path}`, async ({ page }) => {
        await page.goto(path);
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
