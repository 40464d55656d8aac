import type { Locator, Page } from '@playwright/test';

/** The search of any page, in any language: it is found by what it is, not by what it says. */
export class SearchDialog {
  readonly page: Page;
  readonly button: Locator;
  readonly dialog: Locator;
  readonly input: Locator;
  readonly names: Locator;
  readonly texts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.button = page.locator('site-search').getByRole('button').first();
    this.dialog = page.getByRole('dialog');
    this.input = this.dialog.getByRole('searchbox');
    this.names = this.dialog.locator('[data-names]').getByRole('link');
    this.texts = this.dialog.locator('[data-texts]').getByRole('link');
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.button.click();
  }
}
