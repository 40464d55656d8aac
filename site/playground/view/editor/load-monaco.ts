import { monacoMenus } from 'virtual:live-man/monaco-menus';
import type { monaco as Monaco } from './monaco-modules.ts';

let loading: Promise<typeof Monaco> | undefined;

/** Loads Monaco once a page. The menus' language must be there before any other module of it. */
export function loadMonaco(lang: string): Promise<typeof Monaco> {
  loading ??= load(lang).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(lang: string): Promise<typeof Monaco> {
  await monacoMenus[lang]?.();
  const [{ monaco }, { followSiteTheme }, { registerSymbols }] = await Promise.all([
    import('./monaco-modules.ts'),
    import('./monaco-theme.ts'),
    import('./symbols/register-symbols.ts'),
    document.fonts.ready,
  ]);
  followSiteTheme(monaco);
  registerSymbols(monaco, lang);
  followLinksHere(monaco);
  return monaco;
}

/** A link of a hover leads to the manual in this tab, as every link of the page does. */
function followLinksHere(monaco: typeof Monaco): void {
  monaco.editor.registerLinkOpener({
    open(resource) {
      const url = new URL(resource.toString(true));
      if (url.origin !== location.origin) return false;
      // A link rather than a new location: inside a frame it leads out of it.
      Object.assign(document.createElement('a'), { href: url }).click();
      return true;
    },
  });
}
