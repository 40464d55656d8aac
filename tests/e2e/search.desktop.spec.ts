import { expect, test } from '@playwright/test';
import { SearchDialog } from './pages/search-dialog.ts';

const meanings = { en: 'an argument is not valid', fr: 'non valide', ru: 'недопустимый' };

for (const [lang, meaning] of Object.entries(meanings)) {
  test(`an errno leads to its place on a page, in ${lang}`, async ({ page }) => {
    const search = new SearchDialog(page);
    await search.open(`/${lang}/`);
    await search.input.fill('errno 22');
    const hit = search.names.filter({ hasText: 'io_setup(2)' });
    await expect(hit).toContainText('EINVAL');
    await expect(hit).toContainText(meaning);
    await hit.click();
    await expect(page).toHaveURL(`/${lang}/man2/io_setup/#einval`);
    await expect(page.locator('#einval')).toBeInViewport();
  });
}

test('a name typed wrong finds what was meant, and Enter goes there', async ({ page }) => {
  const search = new SearchDialog(page);
  await search.open('/en/');
  await search.input.fill('io_submt');
  await expect(search.names.first()).toContainText('io_submit');
  await search.input.press('Enter');
  await expect(page).toHaveURL('/en/man2/io_submit/');
});

test('words are found in the text, in the language of the page, a name as one word', async ({
  page,
}) => {
  const search = new SearchDialog(page);
  await search.open('/en/');
  await search.input.fill('address space');
  await expect(search.texts.first()).toHaveAttribute('href', /^\/en\//);
  await search.input.fill('aio_context_t');
  await expect(search.texts.first().locator('mark').first()).toContainText('aio_context_t');
});

test('“/” opens the search, and is a letter in it; arrows walk through it, Escape leaves', async ({
  page,
}) => {
  const search = new SearchDialog(page);
  await page.goto('/en/man2/io_setup/');
  await expect(search.button).toBeEnabled();
  await page.keyboard.press('/');
  await expect(search.input).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(search.input).toHaveValue('a/b');
  await search.input.fill('EAGAIN');
  await expect(search.names.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(search.names.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(search.input).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search.dialog).toBeHidden();
});

test('a line pasted on the home page leads to what is behind it', async ({ page }) => {
  const search = new SearchDialog(page);
  await page.goto('/fr/');
  await expect(search.button).toBeEnabled();
  const field = page.locator('search-field').getByRole('searchbox');
  await field.fill('[ERROR] [MY-012584] [InnoDB] io_setup() failed with EAGAIN after 5 attempts.');
  await field.press('Enter');
  await search.names.first().click();
  await expect(page).toHaveURL('/fr/messages/#innodb');
});

test('says when nothing is found', async ({ page }) => {
  const search = new SearchDialog(page);
  await search.open('/ru/');
  await search.input.fill('qqqqqqq');
  await expect(search.dialog.getByRole('status')).toHaveText('Ничего не найдено.');
  await expect(search.dialog.locator('[data-instead]').getByRole('link').first()).toBeVisible();
});
