import { sourceFiles } from '../../../scripts/source-files.mjs';

/** The UI strings that the site's sources refer to. */
export interface UsedKeys {
  /** Keys that are written in full. */
  literal: ReadonlySet<string>;
  /** Keys that are put together, with a star for each part that is not written: `lens.*Hint`. */
  composed: ReadonlySet<string>;
}

const literal = /['"]([a-zA-Z0-9]+(?:\.[\w-]+)+)['"]/g;
const template = /`(\w+\.[^`\s]*\$\{[^`\s]*)`/g;

/**
 * @param begins first parts of keys, such as `playground`; without them, a file's name would count
 */
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
