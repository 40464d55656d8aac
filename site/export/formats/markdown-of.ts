import type { RootContent, Table, TableCell, TableRow } from 'mdast';
import { toMarkdown, type Info, type State } from 'mdast-util-to-markdown';

/** Blocks as CommonMark, but for tables, which it does not have. */
export const markdownOf = (children: RootContent[]): string =>
  toMarkdown(
    { type: 'root', children },
    { bullet: '-', emphasis: '_', rule: '-', handlers: { table } },
  );

/**
 * Tables in GitHub's dialect, which almost everything can read. By hand, because mdast-util-gfm-table
 * would bring a parser of Markdown along.
 */
function table({ children: rows }: Table, _: unknown, state: State, info: Info): string {
  const [head, ...rest] = rows.map((row) => line(row, state, info));
  const rule = `| ${(rows[0]?.children ?? []).map(() => '---').join(' | ')} |`;
  return [head, rule, ...rest].join('\n');
}

const line = ({ children }: TableRow, state: State, info: Info): string =>
  `| ${children.map((cell) => textOf(cell, state, info)).join(' | ')} |`;

const textOf = (cell: TableCell, state: State, info: Info): string =>
  state
    .containerPhrasing(cell, { ...info, before: '|', after: '|' })
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
