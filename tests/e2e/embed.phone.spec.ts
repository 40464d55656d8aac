import { expect, test } from '@playwright/test';
import { Embedded } from './pages/embedded.ts';
import type { LocalServer } from '../local-server.ts';
import { serveTutorial } from './pages/tutorial-site.ts';

let site: LocalServer;

test.beforeAll(async ({}, { project }) => {
  site = await serveTutorial(
    project.use.baseURL ?? '',
    `<meta name="viewport" content="width=device-width">
     <live-man id="example" example="io_setup-first-libaio" ui-lang="fr" theme="dark"></live-man>`,
  );
});
test.afterAll(() => site.close());

test('a variant runs in a tutorial on a small screen, as wide as the page and as high as it needs', async ({
  page,
}) => {
  await page.goto(site.url);
  const embedded = new Embedded(page, 'example');
  await expect(embedded.playground.locator('.source')).toContainText('#include <libaio.h>');
  expect(await embedded.theme()).toBe('dark');
  await embedded.runButton.tap();
  await expect(embedded.playground.getByRole('status')).toHaveText(
    'Le programme s’est terminé avec le code de sortie 0.',
  );
  await embedded.fits();
  const overflow = await embedded.frame
    .locator('html')
    .evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(overflow).toBe(0);
});
