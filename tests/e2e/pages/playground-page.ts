import type { Locator, Page } from '@playwright/test';
import type { UiLanguage } from '../../../playground-server/protocol/index.ts';

/** The first playground of the io_setup page, as a reader meets it, or that of another lens. */
export class PlaygroundPage {
  readonly page: Page;
  readonly #id: string;
  readonly root: Locator;
  readonly tape: Locator;
  readonly rows: Locator;
  readonly report: Locator;
  readonly diagnostics: Locator;
  readonly runButton: Locator;
  readonly cancelButton: Locator;
  /** A run's result, beside Run. */
  readonly came: Locator;
  readonly editButton: Locator;
  readonly resetButton: Locator;
  readonly undoResetButton: Locator;
  readonly plainEditorButton: Locator;
  readonly monaco: Locator;
  readonly textarea: Locator;
  readonly parameterHints: Locator;
  readonly explanation: Locator;
  /** The panel beside an errno that explains it. */
  readonly errnoPanel: Locator;

  constructor(page: Page, lens?: 'libaio' | 'typescript') {
    this.page = page;
    this.#id = ['io_setup-first', lens].filter(Boolean).join('-');
    this.root = page.locator(`live-man-playground#${this.#id}`);
    this.tape = this.root.getByRole('log');
    this.rows = this.tape.locator('li[data-call]');
    this.report = this.root.getByRole('status');
    this.diagnostics = this.root.getByRole('list', { name: 'Messages of the compiler' });
    this.runButton = this.root.getByRole('button', { name: /^Run/ });
    this.cancelButton = this.root.getByRole('button', { name: 'Cancel' });
    this.came = this.root.locator('.came');
    // Found by what they do, whatever the language.
    this.editButton = this.root.locator('[data-action="edit"]');
    this.resetButton = this.root.getByRole('button', { name: 'Reset', exact: true });
    this.undoResetButton = this.root.getByRole('button', { name: 'Undo reset' });
    this.plainEditorButton = this.root.getByRole('button', { name: 'Plain editor' });
    this.monaco = this.root.locator('.monaco-editor');
    this.textarea = this.root.locator('[data-part="editor"] textarea[spellcheck]');
    this.parameterHints = page.locator('.parameter-hints-widget.visible');
    this.errnoPanel = this.root.locator('.errno-panel');
    this.explanation = page.locator('.monaco-hover:not(.hidden)').first();
  }

  async open(lang: UiLanguage = 'en'): Promise<void> {
    // The address of a line opens the lens that has it.
    await this.page.goto(`/${lang}/man2/io_setup/#${this.#id}-L1`);
    await this.root.scrollIntoViewIfNeeded();
  }

  /** A row of the running tape, not of what it replaces. */
  row(call: number): Locator {
    return this.rows.and(this.tape.locator(`[data-call="${call}"]:not([data-stale])`));
  }

  /** What the program printed on one of its two streams. */
  output(stream: 'stdout' | 'stderr'): Locator {
    return this.root.locator(`[data-stream="${stream}"] pre`);
  }

  /** A line of the static source, with the result at its end. */
  staticLine(line: number): Locator {
    return this.root.locator(`#${this.#id}-L${line}`);
  }

  /** The lines of the editor that contain `text`. */
  editorLine(text: string | RegExp): Locator {
    return this.monaco.locator('.view-line').filter({ hasText: text });
  }

  /** What an editor shows at the end of a line. */
  editorResult(line: number): Locator {
    return this.root.locator(`[data-part="editor"] .line-end[data-line="${line}"]`);
  }

  async openMonaco(): Promise<void> {
    await this.editButton.click();
    await this.monaco.locator('.view-line').first().waitFor();
  }

  /** A tool of the row below the editor. */
  tool(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** A name in the list that completes what is being written. */
  suggestion(name: string): Locator {
    return this.page.locator('.suggest-widget.visible').getByRole('option', { name });
  }

  /**
   * Where a word of the source in Monaco begins, from the editor's corner: the last such word in a
   * line that contains a text. Monaco may redraw its lines at any moment, so they are looked up
   * inside the page.
   */
  async #startOf(line: string, word: string): Promise<{ x: number; y: number }> {
    const found = await this.page.waitForFunction(
      ([editor, text, sought]) => {
        const lines = [...editor.querySelectorAll('.view-line')];
        const drawn = lines.find(({ textContent }) => textContent.includes(text));
        if (!drawn) return null;
        const range = document.createRange();
        const pieces = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
        for (let node; (node = pieces.nextNode());) {
          const at = [...node.textContent!.matchAll(new RegExp(`\\b${sought}\\b`, 'g'))].at(-1);
          if (!at) continue;
          range.setStart(node, at.index);
          range.setEnd(node, at.index + sought.length);
        }
        if (range.collapsed) return null;
        const [place, corner] = [range.getBoundingClientRect(), editor.getBoundingClientRect()];
        return { x: place.x + 1 - corner.x, y: place.y + place.height / 2 - corner.y };
      },
      [await this.monaco.elementHandle(), line, word] as const,
    );
    return (await found.jsonValue())!;
  }

  /** Points at a word of the editor, so that it explains itself. */
  async pointAt(line: string, word: string): Promise<void> {
    const { x, y } = await this.#startOf(line, word);
    await this.monaco.hover({ position: { x: x + 2, y } });
  }

  /** Replaces one word of the source in Monaco, as a reader would: click, select, and type. */
  async replaceWord(line: string, word: string, text: string): Promise<void> {
    // Not a double click: on a busy machine its two halves come too far apart for the editor.
    await this.monaco.click({ position: await this.#startOf(line, word) });
    for (const _ of word) await this.page.keyboard.press('Shift+ArrowRight');
    await this.page.keyboard.type(text);
  }

  /** Replaces the whole source in Monaco. */
  async replaceSource(source: string): Promise<void> {
    await this.monaco.locator('.view-lines').click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(source);
  }
}
