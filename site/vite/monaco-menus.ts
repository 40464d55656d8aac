import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { uiLanguages } from '../../playground-server/protocol/ui-language-table.ts';

const name = 'virtual:live-man/monaco-menus';
const { resolve } = createRequire(import.meta.url);

const menusOf = (lang: string) => `monaco-editor/nls/lang/${lang}`;

/** Whether Monaco ships a file for the language: Node's resolver throws if it finds none. */
function isTranslated(lang: string): boolean {
  try {
    return Boolean(resolve(menusOf(lang)));
  } catch {
    return false;
  }
}

/**
 * The menus of Monaco in the site's languages, as far as Monaco is translated into them; each is
 * loaded when needed. Monaco itself is in English.
 */
export function monacoMenus(): Plugin {
  return {
    name: 'live-man-monaco-menus',
    resolveId: (source) => (source === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      const rows = uiLanguages
        .filter(isTranslated)
        .map(
          (lang) => `  ${JSON.stringify(lang)}: () => import(${JSON.stringify(menusOf(lang))}),`,
        );
      return ['export const monacoMenus = {', ...rows, '};'].join('\n');
    },
  };
}
