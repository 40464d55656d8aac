import type { Element } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { BlockContent, PhrasingContent } from 'mdast';
import { lenses, lensTable } from '../../facts/lens-table.ts';
import { allBelow, hasClass, textOf } from './element-tree.ts';

/** How Markdown says what HTML has no element for, or what this site has one of its own for. */
export const elementHandlers: Record<string, Handle> = {
  'copy-command': (_, node) => ({ type: 'code', lang: 'sh', value: textOf(node) }),
  'live-man-playground': playground,
  caption: () => undefined,
  // Its lines are elements; what is before each, such as its number, is not of the source.
  pre: (_, node) => ({ type: 'code', lang: languageOf(node), value: textOf(node).trimEnd() }),
  samp: (_, node) => ({ type: 'inlineCode', value: textOf(node) }),
  summary: (state, node) => ({
    type: 'paragraph',
    children: [{ type: 'strong', children: state.all(node) as PhrasingContent[] }],
  }),
};

/** A snippet with its lesson, and the calls of its recording, if it has one. */
function playground(state: State, node: Element): BlockContent[] {
  const find = (name: string) => allBelow(node, (each) => hasClass(each, name));
  const said = [...find('title'), ...find('lesson')].filter((part) => textOf(part) !== '');
  const [source] = find('source');
  const calls = find('tape').flatMap((tape) => allBelow(tape, ({ tagName }) => tagName === 'li'));
  const rows = calls.filter((row) => row.properties['dataCall'] !== undefined).map(callLine);
  return [
    ...said.map((part): BlockContent => ({
      type: 'paragraph',
      children: state.all(part) as PhrasingContent[],
    })),
    ...(source ? [code(languageOfLens(node), sourceText(source))] : []),
    ...(rows.length > 0
      ? [...find('side-head').slice(-1).map(tapeHead), code('', rows.join('\n'))]
      : []),
  ];
}

const paragraph = (text: string): BlockContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value: text }],
});

const code = (lang: string, value: string): BlockContent => ({ type: 'code', lang, value });

const sourceText = (source: Element): string =>
  allBelow(source, (each) => hasClass(each, 'line-text'))
    .map(textOf)
    .join('\n')
    .trimEnd();

/** `Tape, recorded on Linux 6.18` */
const tapeHead = (head: Element): BlockContent =>
  paragraph(
    head.children
      .map((part) => textOf(part).trim())
      .filter(Boolean)
      .join(', '),
  );

/** One call as a line: `io_setup(128, [ctx₁]) = 0` */
function callLine(row: Element): string {
  const parts = allBelow(row, (each) => hasClass(each, 'call') || hasClass(each, 'result'));
  return parts.map((part) => textOf(part).replace(/\s+/g, ' ').trim()).join(' ');
}

function languageOfLens({ properties }: Element): string {
  const lens = lenses.find((known) => known === properties['dataLens']);
  return lens ? lensTable[lens].language : 'c';
}

/** `c`, from data-language or from the class language-c of what is inside. */
function languageOf(pre: Element): string {
  const named = pre.properties['dataLanguage'];
  if (typeof named === 'string') return named;
  const classes = allBelow(pre, () => true).flatMap(({ properties }) =>
    [properties['className']].flat(),
  );
  const name = classes.find((each) => String(each).startsWith('language-'));
  return (name ?? '').slice('language-'.length);
}
