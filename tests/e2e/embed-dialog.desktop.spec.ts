import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './pages/playground-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('the dialogue previews the choices, and copies both forms', async ({ page, baseURL }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const button = playground.root.getByRole('button', { name: 'Embed' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Embed this example' });
  await dialog.getByLabel('Theme').selectOption('dark');
  await dialog.getByLabel('Lines').fill('6-18');
  await dialog.getByLabel('Read only').check();
  const preview = dialog.locator('live-man iframe').contentFrame();
  await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(preview.locator('.line[data-line="5"]')).toBeHidden();
  await dialog.getByRole('button', { name: 'Copy' }).first().click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toMatch(
    /<live-man example="io_setup-first" theme="dark" lines="6-18" read-only ui-lang="en" height="\d+">/,
  );
  await dialog.getByRole('button', { name: 'Copy' }).nth(1).click();
  await expect
    .poll(copied)
    .toContain(
      `src="${baseURL}/en/embed/io_setup-first/?theme=dark&amp;lines=6-18&amp;read-only="`,
    );
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('.embed-dialog')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('the preview speaks the language of the page', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('fr');
  await playground.root.getByRole('button', { name: 'Intégrer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Intégrer cet exemple' });
  const preview = dialog.locator('live-man iframe').contentFrame();
  await expect(preview.locator('html')).toHaveAttribute('lang', 'fr');
});

test('what the reader has changed is what is embedded', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.openMonaco();
  await playground.replaceWord('SYS_io_setup', '128', '0');
  await playground.root.getByRole('button', { name: 'Embed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed this example' });
  await expect(dialog.getByLabel(/^As a tag/)).toHaveValue(/code="v1\.[\w-]+".*SYS_io_setup, 0,/s);
  const preview = dialog.locator('live-man iframe').contentFrame();
  await expect(preview.locator('.line[data-line="10"]')).toContainText('SYS_io_setup, 0,');
});

for (const [lang, heading] of [
  ['en', 'Embed examples in a tutorial'],
  ['fr', 'Intégrer des exemples dans un tutoriel'],
  ['ru', 'Встраивание примеров'],
] as const) {
  test(`the page for authors shows the tag at work: ${lang}`, async ({ page }) => {
    await page.goto(`/${lang}/embedding/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('pre', { hasText: '<live-man lines=' })).toContainText(
      'SYS_io_setup, 8,',
    );
    await expect(page.getByText('<iframe src=')).toContainText(`/${lang}/embed/io_setup-first/`);
    await page.locator('live-man').scrollIntoViewIfNeeded();
    const frame = page.locator('live-man iframe').contentFrame();
    await frame.locator('[data-action="run"]').click();
    await expect(frame.getByRole('log')).toContainText('io_setup(8');
  });
}
