/** A snippet in two parts: what a held compiler can read ahead of time, and what follows. */
export interface SplitSource {
  /** Whole lines up to the last leading #include; empty if there is none. */
  preamble: string;
  /** The remaining lines, with a directive that gives them the snippet's line numbers. */
  rest: string;
}

const include = /^[ \t]*#[ \t]*include[ \t]*<[\w.+-]+(\/[\w.+-]+)*>[ \t\r]*$/;
const define = /^[ \t]*#[ \t]*define[ \t][^"'\\]*$/;
const blank = /^[ \t\f\v\r]*$/;

/**
 * Matches what would mean something else in an included file than in the main one, or could name
 * the file that does not exist while its compiler is held. Such snippets are compiled in one piece.
 */
const indivisible =
  /pragma|include_next|#[ \t]*(import|line|ident|sccs|\d)|#[ \t]*include[ \t]*\w|__INCLUDE_LEVEL__|__TIMESTAMP__|^\uFEFF|\0/i;

/** Removes comments from a line and says whether one is left open. */
function withoutComments(line: string, open: boolean): { text: string; open: boolean } {
  let text = '';
  let at = 0;
  let inside = open;
  while (at < line.length) {
    if (inside) {
      const end = line.indexOf('*/', at);
      if (end < 0) return { text, open: true };
      at = end + 2;
      inside = false;
      text += ' ';
      continue;
    }
    const start = line.slice(at).search(/\/[/*]/);
    if (start < 0) return { text: text + line.slice(at), open: false };
    text += line.slice(at, at + start);
    if (line[at + start + 1] === '/') return { text, open: false };
    at += start + 2;
    inside = true;
  }
  return { text, open: inside };
}

/**
 * Counts the leading lines that hold only #include <…>, #define and comments, up to the last
 * #include.
 */
function preambleLines(lines: string[]): number {
  let open = false;
  let last = 0;
  for (const [index, line] of lines.entries()) {
    // Continued lines, and quoted text that might look like a comment, are left to gcc.
    if (line.includes('\\') || (/["']/.test(line) && !open)) break;
    const stripped = withoutComments(line, open);
    open = stripped.open;
    const isInclude = include.test(stripped.text) && !open;
    if (!isInclude && !define.test(stripped.text) && !blank.test(stripped.text)) break;
    if (isInclude) last = index + 1;
  }
  return last;
}

/**
 * Splits a snippet after its leading #include lines; null if the parts would not mean the same.
 * @param fileName of the whole
 */
export function splitPreamble(source: string, fileName: string): SplitSource | null {
  if (indivisible.test(source) || source.includes(fileName)) return null;
  const lines = source.split('\n');
  const count = preambleLines(lines);
  // The last line must be terminated, or the directive that follows would be appended to it.
  if (count === lines.length) return null;
  return {
    preamble: lines
      .slice(0, count)
      .map((line) => `${line}\n`)
      .join(''),
    rest: `#line ${count + 1} "${fileName}"\n${lines.slice(count).join('\n')}`,
  };
}
