import { expect, test } from '@playwright/test';
import { LensesPage } from './pages/lenses-page.ts';

test('what was typed for one lens is still there after a look through another', async ({
  page,
  isMobile,
}) => {
  const lenses = new LensesPage(page);
  await lenses.open();
  const { textarea, editButton } = lenses.first;
  await editButton.click();
  // A phone gets the plain editor at once.
  if (!isMobile) await lenses.root.getByRole('button', { name: 'Plain editor' }).click();
  await textarea.fill('int main(void) { return 7; }');
  await lenses.tab('libaio').click();
  await expect(textarea).toBeHidden();
  await lenses.tab('C').click();
  await expect(textarea).toHaveValue('int main(void) { return 7; }');
});
