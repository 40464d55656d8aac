import type { Words } from '../../../words/words.ts';

/** How long a button says what came of it. */
export const saidMs = 2000;

/**
 * A button that copies a text, and says whether it could; if not, the text is shown for copying by
 * hand.
 * @param text null while there is nothing to copy
 */
export function copyButton(
  button: HTMLElement,
  place: HTMLElement,
  words: Words,
  text: () => string | null,
): void {
  const label = button.textContent;
  const copy = async (): Promise<void> => {
    const content = text();
    const isCopied = content !== null && (await copied(content));
    place.hidden = isCopied || content === null;
    place.textContent = place.hidden ? '' : content;
    const said = isCopied
      ? 'tools.copied'
      : content === null
        ? 'tools.noEvents'
        : 'tools.notCopied';
    button.textContent = words.say(said);
    setTimeout(() => (button.textContent = label), saidMs);
  };
  button.addEventListener('click', () => void copy());
}

/** Whether a text could be put on the clipboard. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or no secure context.
    return false;
  }
}
