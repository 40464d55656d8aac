import type { Locator, Page } from '@playwright/test';

/** The page that lays the tapes of an example side by side. */
export class ComparePage {
  readonly page: Page;
  readonly sources: Locator;
  readonly runLinks: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sources = page.locator('.variant pre[data-language]');
    this.runLinks = page.locator('.variant').getByRole('link', { name: 'Run it, change it' });
  }

  async open(lang: string, example: string): Promise<void> {
    await this.page.goto(`/${lang}/compare/${example}/`);
  }

  /** What the kernel answered to a call, numbered from 1. */
  answer(call: number): Locator {
    return this.#row(call).locator('.answer');
  }

  /** What the variable of each lens holds after a call. */
  held(call: number): Locator {
    return this.#row(call).locator('.held');
  }

  cells(call: number): Locator {
    return this.#row(call).locator('td');
  }

  #row(call: number): Locator {
    return this.page.locator('.comparison tbody tr').nth(call - 1);
  }
}
