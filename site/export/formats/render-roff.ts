import type { Block, Definition, Inline, ListItem, ManualDocument } from '../document.ts';
import { plain } from '../inlines.ts';
import { escapeRoff, macroArgument, textLines } from './roff-text.ts';

/**
 * A page for man(1), in the macros of man(7), UTF-8. `man -l io_setup.2` shows it, and so does
 * mandoc(1), which must have nothing to warn about.
 */
export function renderRoff({ name, volume, modified, subject, ...page }: ManualDocument): string {
  const title = [name, volume, modified.slice(0, 10), 'live-man', subject].map(macroArgument);
  const sections = page.sections.flatMap(({ title: heading, blocks }) => [
    `.SH ${macroArgument(heading.toLocaleUpperCase(page.lang))}`,
    ...renderBlocks(blocks),
  ]);
  const head = [`'\\" t -*- coding: UTF-8 -*-`, `.\\" ${page.url}`, `.TH ${title.join(' ')}`];
  return [...head, ...sections, ''].join('\n');
}

/** Starts no paragraph for the first block, because the macros before it have already done so. */
const renderBlocks = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block, index) => {
    const starts = index === 0 || blocks[index - 1]?.kind === 'heading';
    return renderBlock(block, starts);
  });

function renderBlock(block: Block, isFirst: boolean): string[] {
  const apart = isFirst ? [] : ['.PP'];
  switch (block.kind) {
    case 'name':
      return [`${escapeRoff(block.name)} \\- ${escapeRoff(block.summary)}`];
    case 'paragraph':
      return [...apart, ...textLines(runningText(block.children))];
    case 'heading':
      return [`.SS ${macroArgument(plain(block.children))}`];
    case 'code':
      return [...apart, '.in +4n', '.EX', ...codeLines(block.text), '.EE', '.in'];
    case 'list':
      return list(block.items, block.ordered);
    case 'table':
      return [...apart, ...table(block.head, block.rows)];
    case 'definitions':
      return block.items.flatMap((item, index) => definition(item, isFirst && index === 0));
  }
}

/** For tbl(1), which man(1) runs if the first line of a page says `t`, and mandoc(1) always. */
function table(head: Inline[][], rows: Inline[][][]): string[] {
  const row = (cells: Inline[][]) =>
    cells.map((cell) => `T{\n${textLines(runningText(cell)).join('\n')}\nT}`).join('\t');
  const format = [head.map(() => 'lb').join(' '), `${head.map(() => 'lx').join(' ')}.`];
  return ['.TS', ...format, ...[head, ...rows].map(row), '.TE'];
}

/** Sets short items close together. */
function list(items: readonly ListItem[], ordered: boolean): string[] {
  const [first = [], ...rest] = items.map((item, index) =>
    listItem(item, ordered ? `${index + 1}.` : '\\(bu'),
  );
  const isTight = items.every(({ blocks }) => blocks.length === 1);
  return isTight ? [...first, '.PD 0', ...rest.flat(), '.PD'] : [first, ...rest].flat();
}

function listItem({ blocks }: ListItem, mark: string): string[] {
  const [first, ...rest] = blocks;
  const width = mark.length + (mark.startsWith('\\') ? 0 : 1);
  return [
    `.IP ${macroArgument(mark)} ${width}`,
    ...(first ? renderBlock(first, true) : []),
    ...indented(rest, width),
  ];
}

/**
 * A term with its text indented below it. This is not done with .TP, because terms are long here,
 * and if one breaks, .TP sets its last words next to the text.
 */
const definition = ({ term, blocks }: Definition, isFirst: boolean): string[] => [
  ...(isFirst ? [] : ['.PP']),
  ...textLines(runningText(term)),
  ...(blocks.length > 0 ? ['.RS', ...renderBlocks(blocks), '.RE'] : []),
];

const indented = (blocks: readonly Block[], width: number): string[] =>
  blocks.length > 0 ? [`.RS ${width}`, '.PP', ...renderBlocks(blocks), '.RE'] : [];

const codeLines = (source: string): string[] =>
  source.split('\n').map((line) => escapeRoff(line, 'code').replace(/^[.']/, '\\&$&'));

/** Roff for running text: bold for what is typed literally, as man-pages(7) asks. */
function runningText(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeRoff(inline.text);
    case 'code':
      return codeText(inline.text);
    case 'emphasis':
      return `\\fI${runningText(inline.children)}\\fP`;
    case 'strong':
      return `\\fB${runningText(inline.children)}\\fP`;
    case 'link':
      return runningText(inline.children) + address(inline.href, plain(inline.children));
  }
}

/** `io_submit(2)`: the name is bold, the number is not. */
function codeText(text: string): string {
  const [, name, volume] = /^([\w-]+)(\(\w*\))$/.exec(text) ?? [text, text, ''];
  return `\\fB${escapeRoff(name ?? '', 'code')}\\fP${volume}`;
}

/** Readers of the printed page need the address of anything outside the manual. */
function address(href: string, shown: string): string {
  const isManual = /\(\d\)$/.test(shown) || /\/man\d\/|#/.test(href);
  return isManual ? '' : ` \\(la${escapeRoff(href)}\\(ra`;
}
