import type { Locator, Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

/** The variants of the first example of the io_setup page. */
export class LensesPage {
  readonly page: Page;
  readonly root: Locator;
  readonly tabs: Locator;
  /** The playground that is open. */
  readonly panel: Locator;
  /** The same example in C with syscall(2), whether it is open or not. */
  readonly first: PlaygroundPage;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('live-man-example').first();
    this.tabs = this.root.getByRole('tab');
    this.panel = this.root.locator('live-man-playground').filter({ visible: true });
    this.first = new PlaygroundPage(page);
  }

  tab(name: string): Locator {
    return this.root.getByRole('tab', { name, exact: true });
  }

  /** The example's variants without JavaScript, where they are links. */
  link(name: string): Locator {
    return this.root.getByRole('link', { name, exact: true });
  }

  /** Top edge of the tabs in the window, in pixels. */
  async top(): Promise<number> {
    return (await this.root.boundingBox())!.y;
  }

  async open(path = '/en/man2/io_setup/'): Promise<void> {
    await this.page.goto(path);
    await this.root.scrollIntoViewIfNeeded();
  }
}
