import { escapeHtml } from '../../protocol/index.ts';

/** `%%name%%`, or `%%name|text to use without a value%%`. */
const slot = /%%(\w+)(?:\|([^%]*))?%%/g;

/**
 * Fills the slots of a page that the site has built. Values are text, whatever they contain: they
 * are escaped, and slots inside them are not filled.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | null>>,
): string {
  return template.replace(slot, (_, name: string, otherwise = '') => {
    const value = values[name] ?? null;
    return value === null ? otherwise : escapeHtml(value);
  });
}
