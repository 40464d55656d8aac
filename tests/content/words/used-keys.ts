import { sourceFiles } from '../../../scripts/source-files.mjs';

/** What the sources of the site say of UI strings. */
export interface UsedKeys {
  /** Keys that are written in full. */
  literal: ReadonlySet<string>;
  /** Keys that are put together, with a star for each part that is not written: `lens.*Hint`. */
  composed: ReadonlySet<string>;
}

const literal = /['"]([a-zA-Z0-9]+(?:\.[\w-]+)+)['"]/g;
const template = /`(\w+\.[^`\s]*\$\{[^`\s]*)`/g;

/** @param begins first parts of keys, such as `playground`: else a file's name would be one */
export function usedKeys(begins: ReadonlySet<string>): UsedKeys {
  const texts = sourceFiles(['site']).map(({ text }) => text);
  const found = (pattern: RegExp) =>
    texts
      .flatMap((text) => Array.from(text.matchAll(pattern), ([, key = '']) => key))
      .filter((key) => begins.has(key.split('.')[0] ?? ''));
  return {
    literal: new Set(found(literal)),
    composed: new Set(found(template).map((key) => key.replace(/\$\{[^}]*\}/g, '*'))),
  };
}
