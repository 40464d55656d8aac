import { mayMislead } from './indentation.ts';

/** A snippet in two parts: what a compiler can read ahead of time, and what follows. */
export interface SplitSource {
  /**
   * The lines up to the last leading #include, without their comments; empty if there is none. A
   * zygote reads them, so they hold nothing but names of headers and of features.
   */
  preamble: string;
  /** The remaining lines, with a directive that gives them the snippet's line numbers. */
  rest: string;
}

/** A path that climbs could lead to files of ours. */
const include = /^[ \t]*#[ \t]*include[ \t]*<(?!.*\.\.)[\w.+-]+(\/[\w.+-]+)*>[ \t\r]*$/;
/** Macros that headers ask for, such as _GNU_SOURCE; feature_test_macros(7). */
const define = /^[ \t]*#[ \t]*define[ \t]+_[A-Z]\w*([ \t]+\w+)?[ \t\r]*$/;
const blank = /^[ \t\f\v\r]*$/;

/**
 * Matches what would mean something else in an included file than in the main one, or could name
 * the file in which the compiler stays, or the snippet's own, which no assembler's child has. Such
 * snippets are compiled in one piece.
 */
const indivisible =
  /pragma|[.]inc(bin|lude)|include_next|(#|%:)[ \t\f\v]*(import|line|ident|sccs|\d|\/\*|include[ \t\f\v]*[^ \t\f\v<"])|__INCLUDE_LEVEL__|__TIMESTAMP__|^\uFEFF|\0/i;
/** In the middle of a word, too, lines can be continued. */
const continued = /\\[ \t\f\v\r]*\n/g;

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

/** What gcc warns of inside a comment: another one, and text that is not read as it is shown. */
const odd = /\/\*.*\/\*|\p{Bidi_Control}/u;

/**
 * The leading lines that hold only #include <…>, names of features and comments, up to the last
 * #include, without the comments.
 */
function preambleLines(lines: string[]): string[] {
  let open = false;
  let last = 0;
  const read: string[] = [];
  for (const line of lines) {
    // Continued lines, and quoted text that might look like a comment, are left to gcc.
    if (line.includes('\\') || (/["']/.test(line) && !open)) break;
    // So are comments of which it warns.
    if (odd.test(line) || (open && line.includes('/*'))) break;
    const stripped = withoutComments(line, open);
    open = stripped.open;
    const isInclude = include.test(stripped.text) && !open;
    if (!isInclude && !define.test(stripped.text) && !blank.test(stripped.text)) break;
    read.push(stripped.text);
    if (isInclude) last = read.length;
  }
  return read.slice(0, last);
}

/**
 * Splits a snippet after its leading #include lines; null if the parts would not mean the same.
 * @param fileName of the whole
 */
export function splitPreamble(source: string, fileName: string): SplitSource | null {
  if (indivisible.test(source.replaceAll(continued, '')) || source.includes(fileName)) return null;
  // After a #line directive gcc does not look at that (c-family/c-indentation.cc).
  if (mayMislead(source)) return null;
  const lines = source.split('\n');
  const preamble = preambleLines(lines);
  // The last line must be terminated, or the directive that follows would be appended to it.
  if (preamble.length === lines.length) return null;
  const rest = lines.slice(preamble.length);
  return {
    preamble: preamble.map((line) => `${line.trimEnd()}\n`).join(''),
    rest: `#line ${preamble.length + 1} "${fileName}"\n${rest.join('\n')}`,
  };
}
