import type { TapeContext } from '../tape-context.ts';
import { lineResult } from './line-result.ts';
import type { LineResult } from './line-result.ts';

interface Element {
  type: 'element';
  tagName: string;
  properties: Record<string, unknown>;
  children: unknown[];
}

const part = (name: string, children: unknown[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { class: name },
  children,
});

const emptyEnd = '<span class="line-end"></span>';
const token = /var\(--astro-code-(?:token-)?([a-z-]+)\)/;

/**
 * A Shiki transformer: every line gets an address, its number and a place for its result.
 * Colours become classes, so that one palette in CSS serves light, dark and the editor.
 */
export function sourceLines(results: readonly LineResult[], label: string, context: TapeContext) {
  const byLine = new Map(results.map((result) => [result.line, result]));
  return {
    name: 'live-man-source-lines',
    pre(node: Element) {
      node.properties = {
        class: 'source',
        tabindex: '0',
        translate: 'no',
        role: 'region',
        'aria-label': label,
      };
    },
    line(node: Element, line: number) {
      node.properties = { class: 'line', id: `${context.id}-L${line}`, 'data-line': line };
      node.children = [part('line-text', node.children), part('line-end', [])];
    },
    span(node: Element) {
      const { style } = node.properties;
      const colour = typeof style === 'string' ? token.exec(style)?.[1] : undefined;
      delete node.properties['style'];
      if (colour && colour !== 'foreground') node.properties['class'] = `tok-${colour}`;
    },
    postprocess(markup: string) {
      let line = 0;
      return markup.replaceAll(emptyEnd, (end) => {
        const result = byLine.get(++line);
        return result ? end.replace('><', `>${lineResult(result, context).markup}<`) : end;
      });
    },
  };
}
