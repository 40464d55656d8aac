import { expect, test } from '@playwright/test';
import { LensesPage } from './pages/lenses-page.ts';

test('what was typed for one lens is still there after a look through another', async ({
  page,
}) => {
  const lenses = new LensesPage(page);
  await lenses.open();
  const { textarea, editButton } = lenses.first;
  await editButton.click();
  // Monaco has a way to the plain editor, which a phone gets at once.
  const plain = lenses.root.getByRole('button', { name: 'Plain editor' });
  await plain.or(textarea).filter({ visible: true }).first().waitFor();
  if (await plain.isVisible()) await plain.click();
  await textarea.fill('int main(void) { return 7; }');
  await lenses.tab('libaio').click();
  await expect(textarea).toBeHidden();
  await lenses.tab('C').click();
  await expect(textarea).toHaveValue('int main(void) { return 7; }');
});
