import type { Block, Definition, Inline, ListItem, ManualDocument } from '../document.ts';
import { plain } from '../inlines.ts';

const columns = 78;
const step = 4;

/** A page as man(1) would print it on paper: 78 columns, headings at the margin. */
export function renderText({ title, subject, lang, url, sections }: ManualDocument): string {
  const room = columns - 2 * title.length - subject.length;
  const gap = ' '.repeat(Math.max(1, Math.floor(room / 2)));
  const head = [title, subject, title].join(gap);
  const body = sections.flatMap(({ title: heading, blocks }) => [
    '',
    heading.toLocaleUpperCase(lang),
    ...indent(renderBlocks(blocks, columns - step), step),
  ]);
  return [head, ...body, '', url, ''].join('\n');
}

const renderBlocks = (blocks: readonly Block[], width: number): string[] =>
  blocks.flatMap((block, index) => [...(index > 0 ? [''] : []), ...renderBlock(block, width)]);

function renderBlock(block: Block, width: number): string[] {
  switch (block.kind) {
    case 'name':
      return wrap(`${block.name} — ${block.summary}`, width);
    case 'paragraph':
    case 'heading':
      return wrap(runningText(block.children), width);
    case 'code':
      return indent(block.text.split('\n'), step);
    case 'list':
      return spread(
        block.items.map((item, index) =>
          listItem(item, block.ordered ? `${index + 1}.` : '-', width),
        ),
      );
    case 'table':
      return table([block.head, ...block.rows], width);
    case 'definitions':
      return block.items.flatMap((item, index) => [
        ...(index > 0 ? [''] : []),
        ...definition(item, width),
      ]);
  }
}

/** Sets short items close together, long ones apart. */
function spread(items: string[][]): string[] {
  const isTight = items.every((lines) => !lines.includes(''));
  return items.flatMap((lines, index) => (index > 0 && !isTight ? ['', ...lines] : lines));
}

function listItem({ blocks }: ListItem, mark: string, width: number): string[] {
  const [first = '', ...rest] = renderBlocks(blocks, width - mark.length - 1);
  return [`${mark} ${first}`, ...indent(rest, mark.length + 1)];
}

/** Columns as wide as they need to be; the last one gets the rest, and wraps. */
function table(rows: Inline[][][], width: number): string[] {
  const texts = rows.map((row) => row.map(runningText));
  const others = (texts[0]?.length ?? 1) - 1;
  const widths = Array.from({ length: others }, (_, column) =>
    Math.max(...texts.map((row) => row[column]?.length ?? 0)),
  );
  const margin = widths.reduce((sum, each) => sum + each + 2, 0);
  return texts.flatMap((row) => {
    const [first = '', ...rest] = wrap(row.at(-1) ?? '', width - margin);
    const start = widths.map((each, column) => `${row[column]?.padEnd(each)}  `).join('');
    return [start + first, ...indent(rest, margin)];
  });
}

const definition = ({ term, blocks }: Definition, width: number): string[] => [
  ...wrap(runningText(term), width),
  ...indent(renderBlocks(blocks, width - step), step),
];

const indent = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));

/** Breaks at spaces, never at a no-break space. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/[ \n]+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && [...longer].length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const runningText = (inlines: readonly Inline[]): string => inlines.map(inlineText).join('');

function inlineText(inline: Inline): string {
  if ('text' in inline) return inline.text;
  const text = runningText(inline.children);
  return inline.kind === 'link' ? text + address(inline.href, plain(inline.children)) : text;
}

/** References to manual pages, to places on this one, and shown addresses need none. */
const address = (href: string, shown: string): string =>
  shown === href || /\(\d\)$/.test(shown) || /\/man\d\/|#/.test(href) ? '' : ` <${href}>`;
