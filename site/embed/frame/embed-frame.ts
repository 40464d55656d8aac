import { sandboxedParameter } from '../../../playground-server/protocol/frame-ticket.ts';
import type { Words } from '../../words/words.ts';
import type { PlaygroundElement } from '../../playground/view/playground-element.ts';
import type { SharedSnippet } from '../../share/shared-snippet.ts';
import type { PageMessage, RawSettings, ShowMessage } from '../embed-message.ts';
import { parseSettings } from '../settings.ts';
import { frameAddress } from '../tag/frame-address.ts';
import type { EmbedSettings } from '../settings.ts';
import { conditionsOf } from './conditions-of.ts';
import { doubtsAbout } from './doubts-about.ts';
import { foldLines } from './fold-lines.ts';
import { highlightLines } from './highlight-lines.ts';
import { holdGoal } from './hold-goal.ts';
import { openInPlayground } from './open-in-playground.ts';
import { parentPage } from './parent-page.ts';
import type { ParentPage } from './parent-page.ts';
import { placeSnippet } from './place-snippet.ts';
import { press } from './press.ts';
import { runWhenVisible } from './run-when-visible.ts';
import { showSettings } from './show-settings.ts';
import type { AddressedSnippet } from './snippet-of-address.ts';
import { tapeSwitch } from './tape-switch.ts';
import { titleOf } from './title-of.ts';
import { tellEvents } from './tell-events.ts';
import { useKernel } from './use-kernel.ts';
import { watchHeight } from './watch-height.ts';
import { whenNew } from './when-new.ts';

const part = <Kind extends HTMLElement>(name: string) =>
  document.querySelector<Kind>(`[data-embed="${name}"]`)!;

/** The page in the frame: one playground, shown as the author of the embedding page wishes. */
export class EmbedFrame {
  readonly #words: Words;
  readonly #page: ParentPage;
  #settings: RawSettings = settingsIn(location.search);
  #playground: PlaygroundElement | null = null;
  #title: ((label: string) => void) | null = null;
  #showTape: ReturnType<typeof tapeSwitch> | null = null;
  #useKernel: ((wanted: string | null) => void) | null = null;
  #holdGoal: ((wanted: string | null) => void) | null = null;
  /** The complaint about a choice of lines that leaves none to show. */
  #noLines: string | null = null;
  /** Why there is no snippet. */
  #missing: string | null = null;
  /** Why the author's code will not run. */
  #doubts: readonly string[] = [];

  constructor(words: Words) {
    this.#words = words;
    this.#page = parentPage((message) => this.#obey(message));
  }

  /** Starts with the playground of an example, which came with the page. */
  begin(playground: PlaygroundElement): void {
    this.#playground = playground;
    this.#title = titleOf(playground);
    this.#showTape = tapeSwitch(playground, part<HTMLButtonElement>('tape'), this.#words);
    this.#useKernel = whenNew(
      (wanted) => void useKernel(playground, wanted, part('kernel'), this.#words),
    );
    const held = holdGoal(playground, part('goal'), this.#words, this.#page.tell);
    this.#holdGoal = whenNew((wanted) => {
      // The task on the page is that of its own goal.
      if (wanted !== null && ownGoal !== undefined && wanted !== ownGoal) goToGoal(this.#settings);
      else void held(wanted ?? ownGoal ?? null);
    });
    openInPlayground(part('open'), playground);
    tellEvents(playground, this.#page.tell);
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
      case 'no-goal':
        return this.#lack(this.#words.say('embed.noGoal', { ...addressed }));
      case 'nothing':
        return this.#seekGoal();
      case 'damaged':
        return this.#lack(this.#words.say('embed.damaged'));
    }
  }

  #obey(message: PageMessage): void {
    if (message.kind === 'show') this.#heed(message);
    else if (this.#playground) void press(this.#playground, message.kind);
  }

  /** What the page says comes on top of what its address says. */
  #heed({ settings, source }: ShowMessage): void {
    this.#settings = { ...this.#settings, ...settings };
    if (this.#playground || this.#missing) this.#apply();
    else if (source === undefined) this.#seekGoal();
    else this.#place({ source, ...demandsOf(parseSettings(this.#settings).settings) });
  }

  #place(snippet: SharedSnippet): void {
    this.#doubts = doubtsAbout(snippet.source, this.#words);
    this.begin(placeSnippet(snippet, this.#words.say('embed.snippet')));
  }

  /** Without a snippet, a goal brings its own. */
  #seekGoal(): void {
    const { goal } = parseSettings(this.#settings).settings;
    if (goal === null) this.#lack(this.#words.say('embed.noSnippet'));
    else goToGoal(this.#settings);
  }

  #lack(sentence: string): void {
    this.#missing = sentence;
    part('missing').hidden = false;
    this.#page.tell({ kind: 'missing' });
    this.#apply();
    watchHeight(document.body, this.#page.sayHeight);
  }

  #apply() {
    const { settings, complaints } = parseSettings(this.#settings);
    const sentences = complaints.map((complaint) =>
      this.#words.say(`embed.${complaint.kind}`, { ...complaint }),
    );
    showSettings(this.#playground, settings);
    this.#title?.(settings.label);
    this.#showTape?.(settings.tape);
    this.#useKernel?.(settings.kernel);
    this.#holdGoal?.(settings.goal);
    this.#fold({ lines: settings.lines, hide: settings.hide });
    if (this.#playground) highlightLines(this.#playground, settings.highlight);
    if (this.#noLines) sentences.push(this.#noLines);
    if (this.#missing) sentences.push(this.#missing);
    sentences.push(...this.#doubts);
    this.#complain(sentences);
    return settings;
  }

  readonly #fold = whenNew((wanted: Pick<EmbedSettings, 'lines' | 'hide'>) => {
    const empty = this.#playground && foldLines(this.#playground, wanted, this.#sayGap);
    this.#noLines = empty && this.#words.say('embed.noLines', { count: empty.emptyOf });
  });

  /** Those who read the page can do nothing about it: its author looks into the console. */
  readonly #complain = whenNew((sentences: readonly string[]) => {
    if (sentences.length === 0) return;
    for (const sentence of sentences) console.warn(`<live-man> ${document.title}: ${sentence}`);
    this.#page.tell({ kind: 'complaints', sentences });
  });

  readonly #sayGap = (count: number): string => this.#words.say('embed.hiddenLines', { count });
}

/** The goal that the page was built for. */
const ownGoal = document.querySelector('main')!.dataset['goal'];

/** Goes to the page of the goal that the settings name, which answers if there is none. */
function goToGoal({ example: _, code: __, ...settings }: RawSettings): void {
  location.replace(frameAddress(location.origin, document.documentElement.lang, settings));
}

/** What the address says of the frame; that it is in a sandbox, it says to the server. */
function settingsIn(search: string): RawSettings {
  const { [sandboxedParameter]: _, ...settings } = Object.fromEntries(new URLSearchParams(search));
  return settings;
}

/** What own code asks for. */
const demandsOf = (settings: EmbedSettings): Omit<SharedSnippet, 'source'> => ({
  language: settings.language,
  conditions: conditionsOf(settings),
  arguments: settings.arguments ?? undefined,
  stdin: settings.stdin ?? undefined,
});
