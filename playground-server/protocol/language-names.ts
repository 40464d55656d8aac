/** Other names that authors of pages give the languages of snippets: `class="language-ts"`. */
export const languageNames = {
  c: [],
  typescript: ['ts', 'mts', 'js', 'javascript'],
} as const satisfies Record<string, readonly string[]>;
