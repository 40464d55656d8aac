import { snippetTitle } from '../../../playground-server/protocol/snippet-title.ts';
import { givenOf } from '../view/conditions/given.ts';
import { fillPlayground } from '../view/fill-playground.ts';
import { browserEdits } from '../view/browser-kept.ts';
import { readSharedFacts } from '../view/playground-facts.ts';
import { createWords } from '../../words/words.ts';
import { exampleOf, fetchExample } from '../view/fetch-example.ts';
import { draftHash, draftOf, keptDrafts, newDraft } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { RecentDrafts } from './recent-drafts.ts';
import type { Asked } from './shared-snippet-of.ts';
import { starterOf } from './starters.ts';
import type { SharedSnippet } from '../../share/shared-snippet.ts';
import { shortHash } from '../../share/short-hash.ts';

const place = document.querySelector<HTMLElement>('[data-playground-place]')!;
const [notice, text] = (['notice', 'text'] as const).map((name) =>
  place.querySelector<HTMLElement>(`[data-share="${name}"]`)!,
) as [HTMLElement, HTMLElement];
const given = place.querySelector<HTMLElement>('live-man-playground')!;
/** Cloned before the playground wakes up, so that it contains nothing of a run. */
const blank = given.cloneNode(true) as HTMLElement;
delete blank.dataset['held'];
const pageTitle = document.title;
const { lang, strings } = readSharedFacts();
const words = createWords(lang, strings);
const recent = new RecentDrafts(document.querySelector('[data-recent]')!, words);

addEventListener('hashchange', () => void open());
void open();

/** Shows what the address asks for. A snippet from elsewhere never runs without being asked to. */
async function open(): Promise<void> {
  const { hash } = location;
  recent.show();
  const starter = starterOf(hash);
  if (starter) {
    const draft = newDraft(starter, Date.now());
    // A reload, or the way back, leads to what was begun and not to another beginning.
    history.replaceState(null, '', draftHash(draft));
    return showDraft(draft);
  }
  const draft = draftOf(hash);
  if (draft) return showDraft(draft);
  const example = exampleOf(hash);
  if (example) return openExample(example);
  if (!/^#(?:v\d+|s)\./.test(hash)) return show(given, pageTitle);
  // The code that reads links is loaded only if there is a link.
  const asked = await askedBy(hash);
  // The address has changed in the meantime.
  if (location.hash !== hash) return;
  if (asked.kind === 'snippet') return showSnippet(asked.snippet, asked.notice);
  show(given, pageTitle, asked.kind === 'nothing' ? '' : asked.notice);
  text.hidden = asked.kind !== 'text';
  if (asked.kind === 'text') text.textContent = asked.text;
}

async function askedBy(hash: string): Promise<Asked> {
  try {
    const { sharedSnippetOf } = await import('./shared-snippet-of.ts');
    return await sharedSnippetOf(hash, words);
  } catch {
    // Not even the code that reads links could be had.
    return { kind: 'refused', notice: words.say('share.linkUnreachable') };
  }
}

/** Shows an example of the list below, with its recorded tape. */
async function openExample(id: string): Promise<void> {
  const { hash } = location;
  const fetched = await fetchExample(lang, id);
  if (location.hash !== hash) return;
  if (fetched.kind === 'playground') {
    show(document.importNode(fetched.playground, true), pageTitle);
    place.scrollIntoView();
    return;
  }
  const notice =
    fetched.kind === 'unknown'
      ? words.say('share.noExample', { example: id })
      : words.say('share.linkUnreachable');
  show(given, pageTitle, notice);
}

/** What the reader has made of it comes from the browser's storage, once the playground wakes up. */
function showDraft({ id, starter: { language, source } }: Draft): void {
  const kept = keptDrafts(browserEdits.recent()).find((each) => each.id === id);
  const title = kept?.title ?? words.say('share.new');
  const playground = blank.cloneNode(true) as HTMLElement;
  fillPlayground(playground, {
    id,
    facts: { language, source, title },
    lesson: words.say('share.newLesson'),
    report: '',
  });
  show(playground, pageTitle);
}

function showSnippet(snippet: SharedSnippet, said: string): void {
  const began = titleOfExample(snippet.example);
  const title = snippetTitle(snippet.source) ?? began ?? words.say('share.snippet');
  const playground = blank.cloneNode(true) as HTMLElement;
  fillPlayground(playground, {
    id: `shared-${shortHash(JSON.stringify(snippet))}`,
    facts: { ...snippet, given: givenOf(snippet), title, isForeign: true },
    lesson: began ? words.say('share.beganAs', { title: began }) : words.say('share.lesson'),
    report: words.say('share.notRunYet'),
  });
  show(playground, pageTitle.replace(/^[^|]+/, `${title} `), said);
}

function show(playground: HTMLElement, title: string, said = ''): void {
  const shown = place.querySelector('live-man-playground')!;
  if (shown !== playground) shown.replaceWith(playground);
  delete playground.dataset['held'];
  document.title = title;
  text.hidden = true;
  notice.textContent = said;
}

/** The title of an example in the gallery below. */
function titleOfExample(id: string | undefined): string | undefined {
  const entry = id && document.querySelector(`[data-example="${CSS.escape(id)}"] .title`);
  return (entry && entry.textContent?.trim()) || undefined;
}
