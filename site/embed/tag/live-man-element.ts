import { parseFrameMessage, messageVersion } from '../embed-message.ts';
import type { FrameMessage, RawSettings, ShowMessage } from '../embed-message.ts';
import { frameAddress, frameLanguage } from './frame-address.ts';
import { plainSource } from './plain-source.ts';
import type { PlainSource } from './plain-source.ts';
import { styles } from './styles.ts';
import { whenApproached } from './when-approached.ts';

/** Attributes that any element may have; they concern only the page. */
const ofEveryElement =
  /^(?:id|class|style|slot|part|hidden|title|lang|dir|role|tabindex|data-.*|aria-.*)$/;
/** What an existing frame accepts; for any other change it is made anew. */
const atRunTime = ['theme', 'lines', 'hide', 'read-only', 'tape', 'font-size', 'run', 'kernel'];
const madeAnew = ['example', 'code', 'language', 'ui-lang', 'label'];

/** The element's own sentences, by language. */
export interface TagWords {
  open: string;
  frame: string;
}

/** Where the playground is, and the element's sentences. */
export interface TagSite {
  origin: string;
  words: Readonly<Record<string, TagWords>>;
}

let sheet: CSSStyleSheet | undefined;

/**
 * `<live-man>`: shows what its author put into it, until a frame with the playground replaces it.
 */
export class LiveManElement extends HTMLElement {
  /** Set before the element is defined: where its script came from. */
  static site: TagSite;
  static observedAttributes = [...atRunTime, ...madeAnew];
  readonly #box = document.createElement('div');
  #frame: HTMLIFrameElement | null = null;
  #code: PlainSource | null = null;
  #isWatched = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [(sheet ??= styleSheet())];
    this.#box.append(document.createElement('slot'));
    root.append(this.#box);
  }

  connectedCallback(): void {
    addEventListener('message', this.#receive);
    if (this.#isWatched) return;
    this.#isWatched = true;
    whenParsed(() => {
      if (this.getAttribute('load') === 'click') this.#offer();
      else whenApproached(this, () => this.#open());
    });
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#receive);
  }

  attributeChangedCallback(name: string): void {
    if (!this.#frame) return;
    if (atRunTime.includes(name)) this.#show();
    else this.#open();
  }

  /** Requests nothing from the playground until the reader wants it. */
  #offer(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.#words.open;
    button.addEventListener('click', () => {
      button.remove();
      this.#open();
    });
    this.#box.append(button);
  }

  #open(): void {
    const isNamed = this.hasAttribute('example') || this.hasAttribute('code');
    this.#code = isNamed ? null : plainSource(this);
    this.#box.className = `loading${plainSource(this) ? ' with-code' : ''}`;
    this.#frame?.remove();
    const frame = (this.#frame = document.createElement('iframe'));
    const settings = this.#settings();
    frame.title = [this.#words.frame, settings['label'] ?? settings['example']]
      .filter(Boolean)
      .join(': ');
    frame.allow = 'clipboard-write';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.src = frameAddress(LiveManElement.site.origin, this.#lang, settings);
    this.#box.append(frame);
  }

  readonly #receive = ({ source, origin: from, data }: MessageEvent): void => {
    if (!this.#frame || source !== this.#frame.contentWindow || from !== LiveManElement.site.origin)
      return;
    const message = parseFrameMessage(data);
    if (message) this.#obey(this.#frame, message);
  };

  #obey(frame: HTMLIFrameElement, message: FrameMessage): void {
    if (message.kind === 'ready') return this.#show();
    if (message.kind === 'complaints') {
      for (const sentence of message.sentences) console.warn(`<live-man>: ${sentence}`, this);
      return;
    }
    this.#box.classList.replace('loading', 'shown');
    frame.style.blockSize = `${message.heightPx}px`;
  }

  #show(): void {
    const { code: _, ...settings } = this.#settings();
    const message: ShowMessage = {
      liveMan: messageVersion,
      kind: 'show',
      settings,
      ...(this.#code && { source: this.#code.source }),
    };
    this.#frame?.contentWindow?.postMessage(message, LiveManElement.site.origin);
  }

  #settings(): RawSettings {
    const own = Array.from(this.attributes, ({ name, value }): [string, string] => [name, value]);
    const language = this.#code?.language;
    return {
      ...(language && { language }),
      ...Object.fromEntries(own.filter(([name]) => !ofEveryElement.test(name))),
    };
  }

  get #lang(): string {
    const own = this.getAttribute('ui-lang');
    const written = own ?? this.closest<HTMLElement>('[lang]')?.lang ?? '';
    return frameLanguage(written, Object.keys(LiveManElement.site.words));
  }

  get #words(): TagWords {
    return LiveManElement.site.words[this.#lang]!;
  }
}

function styleSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(styles);
  return made;
}

/** An element that is added while the page is still being parsed has no content yet. */
function whenParsed(go: () => void): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', go, { once: true });
  } else {
    go();
  }
}
