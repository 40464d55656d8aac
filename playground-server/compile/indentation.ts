const guard = /^[ \t]*(?:\}[ \t]*)?(?:else|if|for|while)\b/;
/** gcc's own, -ftabstop. */
const tabStop = 8;

function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === '\t') column += tabStop - (column % tabStop);
    else if (character === ' ') column += 1;
    else break;
  }
  return column;
}

const semicolons = (line: string): number => line.split(';').length - 1;

/**
 * Whether a statement may look as if an if, else, for or while before it guarded it, so that gcc would
 * warn of that (-Wmisleading-indentation). Also true of some conditions that take several lines.
 */
export function mayMislead(source: string): boolean {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  return lines.some((line, at) => {
    if (!guard.test(line) || line.includes('{')) return false;
    const statements = semicolons(line) - (/\bfor\b/.test(line) ? 2 : 0);
    const [body = '', next = ''] = lines.slice(at + 1, at + 3);
    const isDeeper = indentOf(body) > indentOf(line);
    if (statements > 0) return statements > 1 || isDeeper;
    return isDeeper && (semicolons(body) > 1 || indentOf(next) === indentOf(body));
  });
}
