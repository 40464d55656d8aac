import { expect } from '@playwright/test';
import type { FrameLocator, Locator, Page } from '@playwright/test';

/** One `<live-man>` of a tutorial, and what is in its frame. */
export class Embedded {
  readonly tag: Locator;
  readonly iframe: Locator;
  readonly frame: FrameLocator;
  readonly playground: Locator;
  readonly runButton: Locator;

  constructor(page: Page, id: string) {
    this.tag = page.locator(`live-man#${id}`);
    this.iframe = this.tag.locator('iframe');
    this.frame = this.iframe.contentFrame();
    this.playground = this.frame.locator('live-man-playground');
    this.runButton = this.playground.locator('[data-action="run"]');
  }

  line(number: number): Locator {
    return this.playground.locator(`.line[data-line="${number}"]`);
  }

  /** Scrolls until it is awake: frames above may still grow, and what is out of sight stays asleep. */
  async wake(): Promise<void> {
    await expect(async () => {
      await this.tag.evaluate((tag) => tag.scrollIntoView());
      await expect(this.runButton).toBeVisible({ timeout: 2000 });
    }).toPass();
  }

  async theme(): Promise<string | null> {
    return this.frame.locator('html').getAttribute('data-theme');
  }

  /** Waits until the page around gives the frame the height that its content needs. */
  async fits(): Promise<void> {
    await expect
      .poll(async () => {
        const needed = await this.frame.locator('body').evaluate((body) => body.scrollHeight);
        const given = await this.iframe.evaluate((iframe) => iframe.clientHeight);
        return Math.abs(given - needed);
      })
      .toBeLessThanOrEqual(2);
  }
}
