import { standardKernel } from '../../../playground-server/protocol/standard-kernel.ts';
import { usualTape } from '../../../playground-server/protocol/tape.ts';
import { encodeSnippet } from '../../share/encode-snippet.ts';
import type { PlaygroundElement } from '../../playground/view/playground-element.ts';
import { goalPrefix } from '../../facts/goals/goal-name.ts';
import { LiveManElement } from '../tag/live-man-element.ts';
import { addressCode, iframeCode, imageCode, markdownCode, naming, tagCode } from './embed-code.ts';
import type { Embedded, EmbedRequest } from './embed-code.ts';
import type { RawSettings } from '../embed-message.ts';
import { offerKernels } from './offer-kernels.ts';

let current: EmbedRequest | undefined;

/** Shows how to embed what the playground now contains: its example, or the reader's version. */
export async function openEmbedDialog(
  dialog: HTMLDialogElement,
  playground: HTMLElement,
): Promise<void> {
  const { facts, snippet, isAsGiven, id } = playground as PlaygroundElement;
  const { title } = facts;
  // Attributes name the kernel and the calls, so that an author can read and change them.
  const { kernel, tape = usualTape, ...rest } = snippet;
  const { source } = rest;
  const lang = dialog.dataset['lang'] ?? 'en';
  const goal = playground.closest('live-man-goal') && id.slice(goalPrefix.length);
  const embedded: Embedded =
    // Frames are built only for what is unchanged; what a link brought is embedded as code.
    isAsGiven && goal
      ? { kind: 'goal', goal }
      : isAsGiven && facts.example && id.startsWith(facts.example)
        ? { kind: 'example', example: id }
        : { kind: 'code', code: await encodeSnippet(rest), ...(goal && { goal }) };
  const href = `${location.pathname}#${id}`;
  const { origin } = location;
  const { language } = facts;
  current = { origin, lang, title, href, language, source, embedded, settings: {}, heightPx: 0 };
  prepare(dialog, current);
  dialog.querySelector<HTMLSelectElement>('[name="calls"]')!.value = tape === usualTape ? '' : tape;
  await offerKernels(dialog, facts.language, kernel);
  show(dialog);
  dialog.showModal();
}

/** Done once per page: the tag for the preview, and the dialogue's controls. */
function prepare(dialog: HTMLDialogElement, { origin, lang }: EmbedRequest): void {
  if (dialog.dataset['prepared'] !== undefined) return;
  dialog.dataset['prepared'] = '';
  if (!customElements.get('live-man')) {
    LiveManElement.site = { origin, words: { [lang]: '' } };
    customElements.define('live-man', LiveManElement);
  }
  dialog.addEventListener('input', () => show(dialog));
  // The iframe's height is the preview's, which is known once the frame has reported it.
  new ResizeObserver(() => show(dialog)).observe(dialog.querySelector('[data-preview]')!);
  dialog.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
  dialog.addEventListener('click', ({ target }) => {
    const element = target as Element;
    // Anything outside the frame is the dialogue's backdrop.
    if (element === dialog || element.closest('[data-close]')) dialog.close();
    const form = element.closest<HTMLElement>('[data-copy]')?.dataset['copy'];
    if (form) void copy(dialog, form);
  });
}

function show(dialog: HTMLDialogElement): void {
  if (!current) return;
  const form = dialog.querySelector('form')!;
  current.settings = chosen(form);
  const preview = showPreview(dialog, current);
  current.heightPx = Math.max(Math.round(preview.getBoundingClientRect().height), 480);
  const codes = {
    tag: tagCode(current),
    iframe: iframeCode(current),
    markdown: markdownCode(current),
    address: addressCode(current),
    image: imageCode(current),
  };
  for (const [name, code] of Object.entries(codes)) {
    const text = field(dialog, name);
    text.value = code;
    // What changed code cannot be: it has no address of its own, and no picture.
    text.closest('section')!.hidden = code === '';
  }
}

/** Only what differs from the defaults: an author need not read the rest. */
const chosen = (form: HTMLFormElement): RawSettings =>
  Object.fromEntries(
    [...new FormData(form)].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' &&
        entry[1] !== standardKernel &&
        (entry[1] !== '' || entry[0] === 'read-only'),
    ),
  );

/** The very tag that the author will get, updated with each choice as a page would update it. */
function showPreview(dialog: HTMLDialogElement, request: EmbedRequest): Element {
  const place = dialog.querySelector('[data-preview]')!;
  const { embedded, lang, settings } = request;
  const fixed = { ...naming(embedded), 'ui-lang': lang };
  const wanted: RawSettings = { ...fixed, ...settings };
  const old = place.querySelector('live-man');
  const isSame = Object.entries(fixed).every(([name, value]) => old?.getAttribute(name) === value);
  const tag = old && isSame ? old : document.createElement('live-man');
  for (const name of tag.getAttributeNames()) if (!(name in wanted)) tag.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted))
    if (tag.getAttribute(name) !== value) tag.setAttribute(name, value);
  if (!tag.isConnected) place.replaceChildren(tag);
  return tag;
}

async function copy(dialog: HTMLDialogElement, form: string): Promise<void> {
  const status = dialog.querySelector<HTMLElement>('[role="status"]')!;
  const text = field(dialog, form);
  try {
    await navigator.clipboard.writeText(text.value);
    status.textContent = status.dataset['copied'] ?? '';
  } catch {
    // A page without HTTPS may not write to the clipboard; the reader's own shortcut always can.
    text.select();
    status.textContent = status.dataset['failed'] ?? '';
  }
}

const field = (dialog: HTMLDialogElement, form: string) =>
  dialog.querySelector<HTMLTextAreaElement>(`[data-form="${form}"]`)!;
