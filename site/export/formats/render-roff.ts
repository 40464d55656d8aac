import type { Block, Definition, Inline, ListItem, ManualDocument } from '../document.ts';
import { plain } from '../inlines.ts';
import { escapeRoff, macroArgument, textLines } from './roff-text.ts';

/**
 * A page for man(1), in the macros of man(7), UTF-8. `man -l io_setup.2` shows it, and so does
 * mandoc(1), which is to find nothing to warn of.
 */
export function renderRoff({ name, volume, modified, subject, ...page }: ManualDocument): string {
  const title = [name, volume, modified.slice(0, 10), 'live-man', subject].map(macroArgument);
  const sections = page.sections.flatMap(({ title: heading, blocks }) => [
    `.SH ${macroArgument(heading.toLocaleUpperCase(page.lang))}`,
    ...renderBlocks(blocks),
  ]);
  const head = [`'\\" -*- coding: UTF-8 -*-`, `.\\" ${page.url}`, `.TH ${title.join(' ')}`];
  return [...head, ...sections, ''].join('\n');
}

/** The macros before it have started a paragraph already, so the first block must not. */
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
    case 'definitions':
      return block.items.flatMap((item, index) => definition(item, isFirst && index === 0));
  }
}

/** Short items stand close together. */
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

/** A term has its text below it, a step to the right; what follows the text stands there too. */
function definition({ term, blocks }: Definition, isFirst: boolean): string[] {
  const [first, ...rest] = blocks;
  if (first?.kind === 'paragraph') {
    return ['.TP', runningText(term), ...renderBlock(first, true), ...indented(rest)];
  }
  return [...(isFirst ? [] : ['.PP']), runningText(term), '.RS', ...renderBlocks(blocks), '.RE'];
}

function indented(blocks: readonly Block[], width?: number): string[] {
  if (blocks.length === 0) return [];
  return [width ? `.RS ${width}` : '.RS', '.PP', ...renderBlocks(blocks), '.RE'];
}

const codeLines = (source: string): string[] =>
  source.split('\n').map((line) => escapeRoff(line, 'code').replace(/^[.']/, '\\&$&'));

/** Roff for text in a line: bold for what is typed as it stands, as man-pages(7) wants it. */
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

/** Elsewhere than in the manual, a reader of the printed page needs the address. */
function address(href: string, shown: string): string {
  const isManual = /\(\d\)$/.test(shown) || /\/man\d\/|#/.test(href);
  return isManual ? '' : ` \\(la${escapeRoff(href)}\\(ra`;
}
