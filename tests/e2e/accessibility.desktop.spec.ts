import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { globSync } from 'node:fs';
import { SearchDialog } from './pages/search-dialog.ts';

/** Every page of the site, as setup built it. */
const paths = globSync('dist/{en,fr,ru}/**/index.html')
  .map((file) => file.replace(/^dist|index\.html$/g, ''))
  // Frames are alike: embed.spec.ts looks at some.
  .filter((path) => !/\/embed\/./.test(path))
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

    for (const path of paths) {
      test(`axe has nothing to say about ${path}`, async ({ page }) => {
        // The longest page has 28,000 elements.
        test.setTimeout(120_000);
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
