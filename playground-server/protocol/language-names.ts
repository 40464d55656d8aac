/** Other names that people give the languages of snippets: `class="language-ts"`, `--language c++`. */
export const languageNames = {
  c: [],
  cpp: ['c++', 'cc', 'cxx', 'cplusplus'],
  typescript: ['ts', 'mts', 'js', 'javascript'],
} as const satisfies Record<string, readonly string[]>;

/** The playground's name for a language, however somebody spells it; undefined for a foreign one. */
export function languageNamed(spelt: string): keyof typeof languageNames | undefined {
  const name = spelt.toLowerCase();
  const known = Object.keys(languageNames) as (keyof typeof languageNames)[];
  return known.find(
    (language) =>
      language === name || (languageNames[language] as readonly string[]).includes(name),
  );
}
