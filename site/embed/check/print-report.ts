import type { CheckedPages } from './check-pages.ts';

/** The findings for people and editors: `dist/index.html:12: error: …`, and a line that sums them up. */
export function printReport({ pages, embeds, findings }: CheckedPages): string {
  const lines = findings.map(
    ({ file, line, severity, message }) => `${file}:${line}: ${severity}: ${message}`,
  );
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
  const sum = [number(count('error'), 'error'), number(count('warning'), 'warning')].join(', ');
  const where = `${number(embeds, 'embed')} on ${number(pages, 'page')}`;
  return [...lines, `${where}: ${sum}.`, ''].join('\n');
}

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
