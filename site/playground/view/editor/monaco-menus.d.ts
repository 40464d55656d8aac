/** Made by site/vite/monaco-menus.ts: loads Monaco's menus, by the language they are in. */
declare module 'virtual:live-man/monaco-menus' {
  export const monacoMenus: Readonly<Record<string, (() => Promise<unknown>) | undefined>>;
}
