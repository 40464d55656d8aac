const maxBytes = 78;

/** Characters that roff would interpret or set differently; groff_char(7). */
const escapes: Record<string, string> = {
  '\\': '\\e',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
  '\u00a0': '\\~',
  '\u202f': '\\~',
};

/** Text that roff prints unchanged. In code a hyphen becomes a minus, which can be copied. */
export function escapeRoff(text: string, kind: 'prose' | 'code' = 'prose'): string {
  const escaped = text.replace(/[\\'`^~\u00a0\u202f]/g, (char) => escapes[char] ?? char);
  return kind === 'code' ? escaped.replaceAll('-', '\\-') : escaped;
}

/** A macro's argument, in quotes if it contains spaces. */
export function macroArgument(text: string): string {
  const escaped = text.startsWith('\\(') ? text : escapeRoff(text).replaceAll('"', '\\(dq');
  return /\s/.test(escaped) ? `"${escaped}"` : escaped;
}

/** Lines of roff, one per sentence, so that roff can set its space after a full stop. */
export function textLines(text: string): string[] {
  const sentences = text.trim().split(/(?<=[.!?]\)?)\s+/);
  return sentences.flatMap(wrapped).map((line) => line.replace(/^[.']/, '\\&$&'));
}

function wrapped(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(/\s+/)) {
    const longer = [lines.at(-1), word].join(' ');
    const fits = lines.length > 0 && Buffer.byteLength(longer) <= maxBytes;
    if (fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
