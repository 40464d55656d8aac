/**
 * A source without what Markdown and HTML add around it: empty lines at its ends, an indent that all
 * of its lines share, and spaces that do not break, which no compiler knows. The playground ends no
 * source with a line break, either.
 */
export function tidySource(text: string): string {
  const lines = text
    .replaceAll('\u00a0', ' ')
    .replace(/^\s*\n|\s+$/g, '')
    .split('\n')
    .map((line) => line.trim() && line);
  const indents = lines.filter(Boolean).map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}
