import type { Words } from '../../words/words.ts';
import type { PlaygroundElement } from '../../playground/view/playground-element.ts';
import type { SharedSnippet } from '../../share/shared-snippet.ts';
import type { RawSettings, ShowMessage } from '../embed-message.ts';
import { parseSettings } from '../settings.ts';
import type { EmbedSettings } from '../settings.ts';
import { foldLines } from './fold-lines.ts';
import { openInPlayground } from './open-in-playground.ts';
import { parentPage } from './parent-page.ts';
import type { ParentPage } from './parent-page.ts';
import { placeSnippet } from './place-snippet.ts';
import { runWhenVisible } from './run-when-visible.ts';
import { showComplaints } from './show-complaints.ts';
import { showSettings } from './show-settings.ts';
import type { AddressedSnippet } from './snippet-of-address.ts';
import { tapeSwitch } from './tape-switch.ts';
import { useKernel } from './use-kernel.ts';
import { watchHeight } from './watch-height.ts';
import { whenNew } from './when-new.ts';

const part = <Kind extends HTMLElement>(name: string) =>
  document.querySelector<Kind>(`[data-embed="${name}"]`)!;

/** The page in the frame: one playground, shown as the author of the embedding page wishes. */
export class EmbedFrame {
  readonly #words: Words;
  readonly #page: ParentPage;
  #settings: RawSettings = Object.fromEntries(new URLSearchParams(location.search));
  #playground: PlaygroundElement | null = null;
  #showTape: ReturnType<typeof tapeSwitch> | null = null;
  #useKernel: ((wanted: string | null) => void) | null = null;
  /** The complaint about a choice of lines that leaves none to show. */
  #noLines: string | null = null;
  /** Why there is no snippet. */
  #missing: string | null = null;

  constructor(words: Words) {
    this.#words = words;
    this.#page = parentPage((message) => this.#obey(message));
  }

  /** Starts with the playground of an example, which came with the page. */
  begin(playground: PlaygroundElement): void {
    this.#playground = playground;
    this.#showTape = tapeSwitch(playground, part<HTMLButtonElement>('tape'), this.#words);
    this.#useKernel = whenNew(
      (wanted) => void useKernel(playground, wanted, part('kernel'), this.#words),
    );
    openInPlayground(part('open'), playground);
    const { run } = this.#apply();
    watchHeight(document.body, this.#page.sayHeight);
    if (run === 'visible') runWhenVisible(playground);
  }

  /** Starts with what the address asks for. */
  beginWith(addressed: AddressedSnippet): void {
    switch (addressed.kind) {
      case 'snippet':
        return this.#place(addressed.snippet);
      case 'by-message':
        return;
      case 'no-example':
        return this.#lack(this.#words.say('embed.noExample', { ...addressed }));
      case 'nothing':
        return this.#lack(this.#words.say('embed.noSnippet'));
      case 'damaged':
        return this.#lack(this.#words.say('embed.damaged'));
    }
  }

  #obey({ settings, source }: ShowMessage): void {
    this.#settings = settings;
    if (this.#playground || this.#missing) this.#apply();
    else if (source === undefined) this.#lack(this.#words.say('embed.noSnippet'));
    else this.#place({ source, language: parseSettings(settings).settings.language });
  }

  #place(snippet: SharedSnippet): void {
    const { label } = parseSettings(this.#settings).settings;
    this.begin(placeSnippet(snippet, label || this.#words.say('embed.snippet')));
  }

  #lack(sentence: string): void {
    this.#missing = sentence;
    this.#apply();
    watchHeight(document.body, this.#page.sayHeight);
  }

  #apply() {
    const { settings, complaints } = parseSettings(this.#settings);
    const sentences = complaints.map((complaint) =>
      this.#words.say(`embed.${complaint.kind}`, { ...complaint }),
    );
    showSettings(this.#playground, settings);
    this.#showTape?.(settings.tape);
    this.#useKernel?.(settings.kernel);
    this.#fold({ lines: settings.lines, hide: settings.hide });
    if (this.#noLines) sentences.push(this.#noLines);
    if (this.#missing) sentences.push(this.#missing);
    showComplaints(part('complaints'), sentences, this.#page);
    return settings;
  }

  readonly #fold = whenNew((wanted: Pick<EmbedSettings, 'lines' | 'hide'>) => {
    const empty = this.#playground && foldLines(this.#playground, wanted, this.#sayGap);
    this.#noLines = empty && this.#words.say('embed.noLines', { count: empty.emptyOf });
  });

  readonly #sayGap = (count: number): string => this.#words.say('embed.hiddenLines', { count });
}
