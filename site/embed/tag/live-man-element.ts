import { maxHeightPx, messageVersion, parseFrameMessage } from '../embed-message.ts';
import type { FrameMessage, PressMessage, RawSettings, ShowMessage } from '../embed-message.ts';
import type { FinishedRun } from '../frame-events.ts';
import { madeAnew, takenOver } from '../setting-names.ts';
import { contentOf, isUnclosed } from './carrier.ts';
import { asCode, authorsCode } from './code/authors-code.ts';
import type { AuthorsCode } from './code/authors-code.ts';
import { blockIn } from './code/find-block.ts';
import { codeByMessage, frameAddress, frameLanguage } from './frame-address.ts';
import { aroundLinesPx, linePx, patienceMs, usualRoomPx } from './frame-room.ts';
import { pageTheme, watchPageTheme } from './page-theme.ts';
import { fallbackIn, setAside } from './set-aside.ts';
import { tagStyles } from './styles.ts';
import { settingsOf } from './tag-attributes.ts';
import { whenApproached } from './when-approached.ts';
import { whenParsed } from './when-parsed.ts';

/** Where the playground is, and what the element's button says, by language. */
export interface TagSite {
  origin: string;
  words: Readonly<Record<string, string>>;
}

/**
 * `<live-man>`: shows what its author put into it, until a frame with the playground replaces it.
 * Fires `run`, `finished`, `edited` and `solved`, whose details are in frame-events.ts.
 */
export class LiveManElement extends HTMLElement {
  /** Set before the element is defined: where its script came from. */
  static site: TagSite;
  static observedAttributes = [...takenOver, ...madeAnew];
  readonly #box = document.createElement('div');
  #frame: HTMLIFrameElement | null = null;
  #code: AuthorsCode | null = null;
  #source: string | null = null;
  #result: FinishedRun | null = null;
  /** By a reader, or by a script of the page: what the author's block says no longer counts. */
  #isReplaced = false;
  #hasBegun = false;
  /** It has come near, or its button was pressed. */
  #isDue = false;
  readonly #watch = new MutationObserver(() => this.#reread());
  #aside: Element[] = [];
  #theme: string | null = null;
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [tagStyles];
    this.#box.append(document.createElement('slot'));
    root.append(this.#box);
  }

  /** The snippet as it stands in the frame; null where an example is named that nobody has changed. */
  get source(): string | null {
    return this.#source;
  }

  /** Replaces the code, also that of an example, and what a reader has made of it. */
  set source(source: string) {
    const language = this.#code?.language ?? this.getAttribute('language');
    this.#code = asCode((this.#source = source.trimEnd()), language);
    this.#isReplaced = true;
    if (this.#isDue) this.#open();
  }

  /** What came of the newest run; null before the first. */
  get result(): FinishedRun | null {
    return this.#result;
  }

  /** What a press of Run would do. The event `finished` says what came of it. */
  get run(): () => void {
    return () => this.#press('run');
  }

  /** Frameworks set attributes as properties where there is one of the name. */
  set run(when: string) {
    this.setAttribute('run', when);
  }

  /** Goes back to the author's code. */
  reset(): void {
    this.#press('reset');
  }

  #press(kind: PressMessage['kind']): void {
    this.#send({ liveMan: messageVersion, kind });
  }

  connectedCallback(): void {
    addEventListener('message', this.#receive);
    this.#unwatch = watchPageTheme(() => {
      if (this.#frame && pageTheme(this) !== this.#theme) this.#show();
    });
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    whenParsed(() => {
      this.#read();
      if (this.getAttribute('load') === 'click') this.#offer();
      else whenApproached(this, () => this.#open());
    });
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#receive);
    this.#unwatch?.();
  }

  attributeChangedCallback(name: string): void {
    if (this.#frame && (takenOver as readonly string[]).includes(name)) return this.#show();
    // The author names another program.
    if (['example', 'code'].includes(name)) this.#isReplaced = false;
    if (!this.#isDue) return;
    this.#read();
    this.#open();
  }

  /** The element with the author's code: this one, its carrier, or the block after it. */
  get #content(): Element {
    return contentOf(this.#own, this.#isNamed);
  }

  /** The author's block, which a reader of paper has instead of the frame. */
  get #block(): Element | null | undefined {
    return this.#code && blockIn(this.#content);
  }

  get #own(): Element {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    return host?.matches('.live-man') ? host : this;
  }

  get #isNamed(): boolean {
    return this.matches('[example],[code]');
  }

  #read(): void {
    const content = this.#content;
    this.#watch.observe(content, { childList: true, characterData: true, subtree: true });
    // A framework that takes over the page makes the block after a carrier anew.
    const around = this.#own.textContent.trim() ? null : content.parentNode;
    if (around) this.#watch.observe(around, { childList: true });
    if (this.#isReplaced) return;
    this.#code = this.#isNamed ? null : authorsCode(content, this.getAttribute('language'));
    this.#source = this.#code?.source ?? null;
  }

  /** Code that comes or changes later counts, until a reader has changed it. */
  #reread(): void {
    const before = this.#source;
    this.#read();
    if (this.#aside[0]) this.#giveWay();
    if (this.#source && this.#source !== before && this.#isDue) this.#open();
  }

  /** Requests nothing from the playground until the reader wants it. */
  #offer(): void {
    const button = document.createElement('button');
    button.textContent = this.getAttribute('label-open') ?? LiveManElement.site.words[this.#lang]!;
    button.addEventListener('click', () => {
      button.remove();
      this.#open();
    });
    this.#box.append(button);
  }

  #open(): void {
    this.#isDue = true;
    if (this.#code ? !this.#code.isOurs : !this.matches('[example],[code],[goal]'))
      return console.warn('<live-man>: nothing to run:', this.#code?.language ?? 'no code', this);
    this.#box.className = 'loading';
    this.#box.style.setProperty('--room', `${this.#roomPx}px`);
    this.#frame?.remove();
    const frame = (this.#frame = document.createElement('iframe'));
    frame.allow = 'clipboard-write';
    frame.referrerPolicy = 'origin';
    frame.src = frameAddress(LiveManElement.site.origin, this.#lang, this.#settings());
    this.#box.prepend(frame);
    setTimeout(() => this.#box.classList.remove('loading'), patienceMs);
  }

  get #roomPx(): number {
    const given = Number(this.getAttribute('height'));
    const lines = this.#code?.source.split('\n').length;
    return given || (lines ? aroundLinesPx + linePx * lines : usualRoomPx);
  }

  readonly #receive = ({ source, origin: from, data }: MessageEvent): void => {
    if (source !== this.#frame?.contentWindow || !isOurs(from)) return;
    const message = parseFrameMessage(data);
    if (message) this.#obey(this.#frame, message);
  };

  #obey(frame: HTMLIFrameElement, message: FrameMessage): void {
    const { liveMan: _, kind, ...detail } = message;
    if (kind === 'ready') return this.#show();
    if (kind === 'missing') return this.#giveUp(frame);
    if ('heightPx' in detail) return this.#grow(frame, detail.heightPx);
    if (kind === 'finished') this.#result = detail as FinishedRun;
    else if ('source' in detail) this.#source = detail.source;
    if (kind === 'edited') this.#isReplaced ||= this.#source !== this.#code?.source;
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }

  /** As high as its content, as far as the author allows; with it, the frame is there. */
  #grow(frame: HTMLIFrameElement, heightPx: number): void {
    const most = Number(this.getAttribute('max-height')) || maxHeightPx;
    frame.style.blockSize = `${Math.min(heightPx, most)}px`;
    this.#box.className = `shown ${this.#block ? 'with-code' : isUnclosed(this) ? '' : 'whole'}`;
    this.#giveWay();
  }

  /** The author's block, or whatever stands for it by now, gives way to the frame. */
  #giveWay(): void {
    setAside(this.#aside, false);
    const block = this.#block;
    this.#aside = block ? [block] : fallbackIn(this.#content);
    setAside(this.#aside, true);
  }

  /** What the author wrote stays; without it, the frame says that there is nothing. */
  #giveUp(frame: HTMLIFrameElement): void {
    if (!this.#content.textContent.trim()) return;
    setAside(this.#aside, false);
    frame.remove();
    this.#frame = null;
    this.#box.className = '';
  }

  #show(): void {
    const { code: _, ...settings } = this.#settings();
    const source = this.#code && { source: this.#code.source };
    const named = settings['label'] ?? settings['example'] ?? settings['goal'] ?? '';
    this.#frame!.title = `live-man: ${named}`;
    this.#send({ liveMan: messageVersion, kind: 'show', settings, ...source });
  }

  /** A frame inside a sandbox has no origin, and so cannot be addressed by it. */
  #send(message: ShowMessage | PressMessage): void {
    const { origin } = LiveManElement.site;
    this.#frame?.contentWindow?.postMessage(message, self.origin === 'null' ? '*' : origin);
  }

  #settings(): RawSettings {
    const own = settingsOf(this);
    const language = this.#code?.language;
    this.#theme = pageTheme(this);
    const theme = /^(light|dark)$/.test(own['theme']!) ? own['theme'] : this.#theme;
    return { ...own, ...(language && { language, code: codeByMessage }), ...(theme && { theme }) };
  }

  get #lang(): string {
    const own = this.getAttribute('ui-lang');
    const written = own ?? this.#content.closest<HTMLElement>('[lang]')?.lang ?? '';
    return frameLanguage(written, LiveManElement.site.words);
  }
}

/** A page without an origin of its own takes it from all that it frames. */
const isOurs = (from: string): boolean =>
  from === LiveManElement.site.origin || (from === 'null' && self.origin === 'null');
