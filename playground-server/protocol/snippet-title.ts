const maxCharacters = 80;
/** Lines that may precede the comment that says what a snippet is. */
const isPreamble = (line: string) => line === '' || /^(#|import\b|'use strict')/.test(line);

/**
 * A snippet's title: the first line of the comment at its top, which must start no later than among
 * the includes or imports. Null if there is none.
 */
export function snippetTitle(source: string): string | null {
  const lines = source.split('\n', 50).map((line) => line.trim());
  const from = lines.findIndex((line) => !isPreamble(line));
  const comment = commentText(lines.slice(Math.max(from, 0)));
  return comment === null ? null : shortened(comment);
}

function commentText([first = '', second = '']: readonly string[]): string | null {
  const opening = /^\/\*+!?|^\/\/+!?/.exec(first)?.[0];
  if (opening === undefined) return null;
  const text = first.slice(opening.length);
  const isBlock = opening.startsWith('/*');
  // A block comment may open on a line of its own.
  const said = isBlock && text.trim() === '' ? second.replace(/^\*(?!\/)/, '') : text;
  return (isBlock ? said.split('*/', 1)[0]! : said).trim() || null;
}

/** One line of plain text, without controls or marks that change the direction of what follows. */
function shortened(text: string): string | null {
  const plain = text
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  const start = characters.slice(0, maxCharacters).join('').trimEnd();
  return (characters.length > maxCharacters ? `${start}…` : start) || null;
}
