const maxCharacters = 80;
/** What may stand above the comment that says what a snippet is. */
const isPreamble = (line: string) => line === '' || /^(#|import\b|'use strict')/.test(line);

/**
 * What a snippet calls itself: the first line of the comment at its top, between the includes or
 * imports at the latest. Null where it says nothing.
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
  // A block may open on a line of its own.
  const said = isBlock && text.trim() === '' ? second.replace(/^\*(?!\/)/, '') : text;
  return (isBlock ? said.split('*/', 1)[0]! : said).trim() || null;
}

/** One line of plain text: no controls, none of the marks that turn the direction of what follows. */
function shortened(text: string): string | null {
  const plain = text
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  const start = characters.slice(0, maxCharacters).join('').trimEnd();
  return (characters.length > maxCharacters ? `${start}…` : start) || null;
}
