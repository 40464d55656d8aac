import type { Element, Nodes } from 'hast';
import { htmlToHast } from 'satteri';
import { toMdast } from 'hast-util-to-mdast';
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { allBelow, hasClass, textOf } from './element-tree.ts';
import { elementHandlers } from './element-handlers.ts';
import { readable } from './readable.ts';
import { markdownOf } from '../formats/markdown-of.ts';

/**
 * A built page as Markdown. Throws if it is not a page of the site's own frame.
 *
 * @param url of the page
 */
export function pageToMarkdown(html: string, url: string): string {
  const document = htmlToHast(html);
  const find = (name: string) => allBelow(document, (element) => hasClass(element, name));
  const [title] = allBelow(document, ({ tagName }) => tagName === 'h1');
  const [content] = find('sl-markdown-content');
  if (!title || !content) throw new Error(`${url} has no title or no content.`);
  const name = textOf(title).trim();
  const said = toMdast(
    { type: 'root', children: readable(content.children, url) },
    { handlers: elementHandlers },
  ) as Root;
  return markdownOf([
    { type: 'heading', depth: 1, children: [{ type: 'text', value: name }] },
    {
      type: 'blockquote',
      children: [
        ...descriptions(document)
          .filter((said) => said !== name)
          .map(paragraph),
        address(url),
      ],
    },
    ...said.children,
    ...find('colophon').flatMap(license),
  ]);
}

/** What the head says of the page. */
const descriptions = (document: Nodes): string[] =>
  allBelow(document, ({ properties }) => properties['name'] === 'description')
    .map(({ properties }) => String(properties['content']))
    .slice(0, 1);

/** The first line of the page's foot. */
const license = (colophon: Element): Paragraph[] =>
  allBelow(colophon, ({ tagName }) => tagName === 'p')
    .slice(0, 1)
    .map((line) => paragraph(textOf(line)));

const paragraph = (value: string): Paragraph => around({ type: 'text', value });

const address = (url: string): Paragraph =>
  around({ type: 'link', url, children: [{ type: 'text', value: url }] });

const around = (child: PhrasingContent): Paragraph => ({ type: 'paragraph', children: [child] });
