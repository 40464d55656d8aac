import type { Locator, Page } from '@playwright/test';

/** A playground with its way of sharing, in any language: found by what it is, not by what it says. */
export class SharedPlayground {
  readonly page: Page;
  readonly root: Locator;
  readonly title: Locator;
  readonly source: Locator;
  readonly tapeRows: Locator;
  readonly report: Locator;
  readonly runButton: Locator;
  readonly editButton: Locator;
  readonly shareButton: Locator;
  readonly panel: Locator;
  readonly said: Locator;
  readonly shorten: Locator;
  /** What the page says about a link, above the playground. */
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('live-man-playground').first();
    this.title = this.root.locator('.title');
    this.source = this.root.locator('[data-part="static"]');
    this.tapeRows = this.root.locator('[data-part="tape"] li[data-call]');
    this.report = this.root.locator('[data-part="report"]');
    this.runButton = this.root.locator('[data-action="run"]');
    this.editButton = this.root.locator('[data-action="edit"]');
    this.shareButton = this.root.locator('[data-share-button]');
    this.panel = this.root.locator('.share-panel');
    this.said = this.panel.getByRole('status');
    this.shorten = this.panel.locator('[data-share="shorten"]');
    this.notice = page.locator('[data-share="notice"]');
  }

  /** Puts text before the source, in whichever editor there is for the reader's device. */
  async typeAtTheTop(text: string): Promise<void> {
    // Its buttons appear when the playground is near.
    await this.root.scrollIntoViewIfNeeded();
    await this.editButton.click();
    await this.root.locator('.monaco-editor textarea, textarea').first().waitFor();
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.page.keyboard.insertText(text);
  }

  /** What sharing has put into the clipboard. */
  async sharedLink(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.shareButton.click();
    await this.said.filter({ hasText: /./ }).waitFor();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
