import type { monaco as Monaco } from './monaco-modules.ts';

const menus: Record<string, () => Promise<unknown>> = {
  fr: () => import('monaco-editor/nls/lang/fr'),
  ru: () => import('monaco-editor/nls/lang/ru'),
};

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
  await menus[lang]?.();
  const [{ monaco }, { followSiteTheme }] = await Promise.all([
    import('./monaco-modules.ts'),
    import('./monaco-theme.ts'),
    document.fonts.ready,
  ]);
  followSiteTheme(monaco);
  return monaco;
}
