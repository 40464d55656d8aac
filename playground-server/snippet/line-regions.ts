import type { LineRegion } from './line-region.ts';

/**
 * Comments, and what may look like one or like a directive inside of quotes. What is quoted may lack its
 * end, and then has that of its line, as gcc reads it: no part of it is searched again.
 */
const opaque = /\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?/g;

const directive = /^[ \t]*(?:#|%:)[ \t]*(\w+)/;
/** `#line 12 "parser.y"`, or `# 12 "parser.y" 1 3` as the preprocessor writes it (C17, 6.10.4). */
const numbered = /^[ \t]*(?:#|%:)[ \t]*(?:line[ \t]+)?(\d+)(?:[ \t]+"([^"\\]*)"[ \t\d]*)?[ \t\r]*$/;

/** Nearly every snippet is without, and is not to be read line by line. */
const anyDirective = /^[ \t]*(?:#|%:)[ \t]*(?:line\b|\d)/m;

/** Each is looked at for every call; what bison writes has some hundred. */
const maxRegions = 1000;

/**
 * How the lines of a snippet are called in its line table, where `#line` gives them other numbers and
 * other files. Empty, so that no line is known, where only a preprocessor could tell: a directive
 * that is made by a macro, or that depends on a condition.
 */
export function lineRegions(lines: readonly string[], fileName: string): LineRegion[] {
  const source = lines.join('\n');
  if (!anyDirective.test(source))
    return [{ file: fileName, from: 1, named: 1, count: lines.length }];
  const regions: LineRegion[] = [{ file: fileName, from: 1, named: 1, count: 0 }];
  let depth = 0;
  for (const [index, line] of withoutComments(source).split('\n').entries()) {
    const region = regions.at(-1)!;
    const [, word = ''] = directive.exec(line) ?? [];
    if (word.startsWith('if')) depth += 1;
    else if (word === 'endif') depth -= 1;
    const isDirective = word === 'line' || /^\d/.test(word);
    const [, number, file = region.file] = (isDirective && numbered.exec(line)) || [];
    const isUnsure = number === undefined || depth > 0 || regions.length === maxRegions;
    if (isDirective && isUnsure) return [];
    if (number === undefined) region.count += 1;
    else regions.push({ file, from: index + 2, named: Number(number), count: 0 });
  }
  return regions;
}

/** The same lines; quoted text stays, for it may be a file's name. */
const withoutComments = (source: string): string =>
  source.replaceAll(opaque, (text) =>
    text.startsWith('/') ? text.replaceAll(/[^\n]/g, ' ') : text,
  );
