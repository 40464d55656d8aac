/** Names that variants of examples had, and have: pages of others go on using them. */
const exampleAliases: Readonly<Record<string, string>> = {};

/** Adds what is known by another name, too. */
export const withAliases = <Named extends { name: string }>(
  all: readonly Named[],
  aliases = exampleAliases,
): Named[] => [
  ...all,
  ...Object.entries(aliases).flatMap(([old, now]) =>
    all.filter(({ name }) => name === now).map((named) => ({ ...named, name: old })),
  ),
];
