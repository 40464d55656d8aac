import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const example = 'live-man-playground#io_setup-first';

for (const [lang, words] of Object.entries({
  en: { open: 'Edit and run without JavaScript', run: 'Run', ended: 'ended with status 1' },
  fr: { open: 'Modifier et exécuter sans JavaScript', run: 'Exécuter', ended: 'code de sortie 1' },
  ru: { open: 'Изменить и запустить без JavaScript', run: 'Запустить', ended: 'кодом выхода 1' },
})) {
  test(`without JavaScript a snippet can be changed, run and changed again (${lang})`, async ({
    page,
  }) => {
    await page.goto(`/${lang}/man2/io_setup/`);
    const playground = page.locator(example);
    // Found by its place, because locators see no text inside a noscript element.
    const form = playground.locator('.plain-form');
    const summary = form.locator('> summary');
    await expect(summary).toHaveText(words.open);
    await summary.press('Enter');
    await expect(form).toHaveAttribute('open');
    const source = playground.getByRole('textbox');
    await source.fill((await source.inputValue()).replace('128', '0'));
    await playground.getByRole('button', { name: words.run }).click();
    await expect(page).toHaveURL(`/${lang}/run/`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('.report')).toContainText(words.ended);
    await expect(page.locator('#run-L10')).toContainText('= -1 EINVAL');
    const row = page.locator('.tape li').first();
    await expect(row).toContainText('io_setup(0');
    await expect(row.getByRole('link', { name: 'EINVAL' })).toHaveAttribute(
      'href',
      new RegExp(`^/${lang}/man2/io_setup/#einval`),
    );
    const again = page.locator('[name="source"]');
    // Rules, arguments and input are below it, and stay what they were.
    await page.locator('.run-form .conditions > summary').click();
    await page.locator('select[name="tape"]').selectOption('files');
    await page.locator('[name="rules"]').fill('io_setup:error=ENOMEM');
    await again.fill((await again.inputValue()).replace('SYS_io_setup, 0', 'SYS_io_setup, 1'));
    await page.getByRole('button', { name: words.run }).click();
    await expect(page.locator('#run-L10')).toContainText('= -1 ENOMEM');
    await expect(page.locator('select[name="tape"]')).toHaveValue('files');
  });
}

test('a mistake is listed with its line, and the source is still there', async ({ page }) => {
  await page.goto('/en/run/');
  await page.getByRole('textbox').fill('int main(void) {\n    return unknown;\n}');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('.report')).toContainText('does not compile');
  await expect(page.locator('.diagnostics')).toContainText('2:12');
  await expect(page.getByRole('textbox')).toHaveValue('int main(void) {\n    return unknown;\n}');
});

test('a snippet that is too long is refused on a page that keeps it', async ({ page }) => {
  await page.goto('/en/run/');
  await page.getByRole('textbox').fill(`// ${'x'.repeat(64 * 1024)}`);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('.report')).toContainText('longer than 64 KiB');
  await expect(page.getByRole('textbox')).toHaveValue(/^\/\/ x+$/);
});
