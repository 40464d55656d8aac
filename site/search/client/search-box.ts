import type { SearchEntry } from '../search-entry.ts';
import { searchText, type TextHit } from './full-text.ts';
import { entryMatcher, type EntryMatcher } from './match-entries.ts';
import { readQuery } from './read-query.ts';
import { nameItem, textItem } from './result-items.ts';

/** The parts of the dialog that change while the reader types; Search.astro writes them. */
interface Parts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  status: HTMLElement;
  /** Where to look when nothing is found. */
  instead: HTMLElement;
  names: HTMLElement;
  texts: HTMLElement;
}

/** The results, or where to look instead of them. */
const shownLinks = ':not([hidden]) > ul a';

/**
 * Brings the dialog to life: names appear at once from the index, then places in the text.
 *
 * @param indexUrl the names of the reader's language
 */
export async function startSearchBox(dialog: HTMLDialogElement, indexUrl: string): Promise<void> {
  const parts = partsOf(dialog);
  moveWithArrows(dialog, parts.input);
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.querySelector<HTMLAnchorElement>(shownLinks)?.click();
  });
  const answer = await fetch(indexUrl);
  const entries = answer.ok ? ((await answer.json()) as SearchEntry[]) : [];
  const match = entryMatcher(entries);
  const update = () => void show(parts, match);
  parts.input.addEventListener('input', update);
  update();
}

async function show(parts: Parts, match: EntryMatcher): Promise<void> {
  const query = parts.input.value.trim();
  const named = match(query);
  fill(parts.names, named.map(nameItem));
  const words = readQuery(query).words.join(' ');
  const texts = words === '' ? [] : await searchText(words).catch((): TextHit[] => []);
  if (texts === null) return;
  fill(parts.texts, texts.map(textItem));
  const count = named.length + texts.length;
  tell(parts.status, query, count);
  parts.instead.hidden = query === '' || count > 0;
}

function fill(section: HTMLElement, rows: HTMLElement[]): void {
  section.querySelector('ul')?.replaceChildren(...rows);
  section.hidden = rows.length === 0;
}

/** Announces the number of results to those who cannot see them. */
function tell(status: HTMLElement, query: string, count: number): void {
  const { found = '', none = '' } = status.dataset;
  status.textContent = query === '' ? '' : count > 0 ? `${found} ${count}` : none;
  status.classList.toggle('sr-only', count > 0);
}

/** Arrow keys move between the field and the results; Home and End stay in the field's text. */
function moveWithArrows(dialog: HTMLDialogElement, input: HTMLInputElement): void {
  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [input, ...dialog.querySelectorAll<HTMLElement>(shownLinks)];
    const place = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.max(0, Math.min(stops.length - 1, place + step))]?.focus();
    event.preventDefault();
  });
}

function partsOf(dialog: HTMLDialogElement): Parts {
  const find = <E extends HTMLElement>(selector: string): E => {
    const part = dialog.querySelector<E>(selector);
    if (!part) throw new Error(`The search dialog has no ${selector}.`);
    return part;
  };
  return {
    form: find('form'),
    input: find('input'),
    status: find('[role="status"]'),
    instead: find('[data-instead]'),
    names: find('[data-names]'),
    texts: find('[data-texts]'),
  };
}
