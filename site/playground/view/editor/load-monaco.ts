import { monacoMenus } from 'virtual:live-man/monaco-menus';
import type { monaco as Monaco } from './monaco-modules.ts';

let loading: Promise<typeof Monaco> | undefined;

/** Loads Monaco once per page. The menus' language must be loaded before its other modules. */
export function loadMonaco(lang: string): Promise<typeof Monaco> {
  loading ??= load(lang).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(lang: string): Promise<typeof Monaco> {
  await monacoMenus[lang]?.();
  const [{ monaco }, { followSiteTheme }, { colourAsThePage }, { registerSymbols }] =
    await Promise.all([
      import('./monaco-modules.ts'),
      import('./monaco-theme.ts'),
      import('./monaco-tokens.ts'),
      import('./symbols/register-symbols.ts'),
      document.fonts.ready,
    ]);
  followSiteTheme(monaco);
  colourAsThePage(monaco);
  registerSymbols(monaco, lang);
  followLinksHere(monaco);
  return monaco;
}

/** Links in a hover open in this tab, as all links of the page do. */
function followLinksHere(monaco: typeof Monaco): void {
  monaco.editor.registerLinkOpener({
    open(resource) {
      const url = new URL(resource.toString(true));
      if (url.origin !== location.origin) return false;
      // A link rather than `location`: inside a frame, a link leads out of it.
      Object.assign(document.createElement('a'), { href: url }).click();
      return true;
    },
  });
}
