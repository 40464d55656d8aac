import type { Locator, Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

/** What a playground shows of a run besides its calls. */
export class SeePage extends PlaygroundPage {
  readonly lane: Locator;
  readonly conditions: Locator;
  readonly #announcement: Locator;
  readonly events: Locator;
  readonly lineCalls: Locator;

  constructor(page: Page) {
    super(page);
    this.lane = this.root.locator('.lane');
    this.conditions = this.root.locator('.conditions');
    this.#announcement = this.root.locator('[data-part="announcement"]');
    this.events = this.root.locator('[data-part="events"]');
    this.lineCalls = this.root.locator('.line-calls:popover-open');
  }

  /** Runs the snippet, and waits until it is over. */
  async run(): Promise<void> {
    await this.runButton.click();
    await this.report.filter({ hasText: /^\s*(The program|The snippet|This server)/ }).waitFor();
  }

  /** Collects what is announced from now on, as each announcement replaces the last one. */
  async listen(): Promise<() => Promise<string>> {
    const heard = await this.#announcement.evaluateHandle((region) => {
      const announcements: string[] = [];
      const hear = () => announcements.push(region.textContent);
      new MutationObserver(hear).observe(region, { childList: true });
      return announcements;
    });
    return () => heard.evaluate((announcements) => announcements.join('\n'));
  }

  async refuse(call: string, errno: 'ENOSYS' | 'EPERM'): Promise<void> {
    await this.conditions.locator('summary').click();
    await this.conditions.getByLabel(call).selectOption(errno);
  }

  /** Replaces the snippet in the plain editor, which is there on a phone too. */
  async writePlain(source: string): Promise<void> {
    await this.editButton.click();
    // A plain field stands in for Monaco until it has come, and then goes.
    await this.root.locator('.monaco-editor').first().waitFor();
    await this.root.getByRole('button', { name: 'Plain editor' }).click();
    await this.textarea.fill(source);
  }
}
