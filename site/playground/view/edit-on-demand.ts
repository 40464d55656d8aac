import { cursorIn } from './source/text-position.ts';
import type { TextPosition } from './source/text-position.ts';

/** What the static source can request, and whether it already has. */
interface Editing {
  isOpening(): boolean;
  /** Opens the editor, with the cursor there. */
  edit(at: TextPosition | null): void;
  /** Takes what was typed, however long the editor needs to arrive. */
  type(text: string): void;
}

/** Lets the static source be edited like any text: by a click at a place, or by typing. */
export function editOnDemand(host: HTMLElement, editing: Editing): void {
  host.addEventListener('click', (event) => {
    if ((event.target as Element).closest('.line-result, button') || !wantsToEdit()) return;
    editing.edit(cursorIn(host));
  });
  host.addEventListener('keydown', (event) => {
    if (!(event.target as Element).matches('pre')) return;
    const isOpening = editing.isOpening();
    const text = typedText(event);
    if (text === null || (!isOpening && readingKeys.has(text))) return;
    event.preventDefault();
    event.stopPropagation();
    if (isOpening || text !== '\n') editing.type(text);
    if (!isOpening) editing.edit(cursorIn(host));
  });
}

/** Until the reader writes, the space bar scrolls and the slash searches. */
const readingKeys: ReadonlySet<string> = new Set([' ', '/']);

function typedText({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return '\n';
  return [...key].length === 1 ? key : null;
}

/** A click that selected text was meant for copying; a touch was meant for scrolling. */
const wantsToEdit = (): boolean =>
  getSelection()?.isCollapsed !== false && matchMedia('(pointer: fine)').matches;
