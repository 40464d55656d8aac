import { expect, test } from '@playwright/test';
import { SearchDialog } from './pages/search-dialog.ts';

test('an errno leads to its place on a page', async ({ page }) => {
  const search = new SearchDialog(page);
  await search.open('/ru/');
  await search.input.fill('errno 22');
  await search.names.filter({ hasText: 'io_setup(2)' }).click();
  await expect(page).toHaveURL('/ru/man2/io_setup/#einval');
  await expect(page.locator('#einval')).toBeInViewport();
});
