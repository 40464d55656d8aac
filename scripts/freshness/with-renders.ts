const recorded = /^renders:\n(?: {2}.*\n)*/m;
const endOfFrontMatter = /\n---\n/;

/** The MDX source with these hashes in its front matter instead of its former ones. */
export function withRenders(source: string, hashes: Partial<Record<string, string>>): string {
  const lines = Object.entries(hashes).map(([text, hash]) => `  ${text}: '${hash}'\n`);
  const block = `renders:\n${lines.join('')}`;
  return source.replace(recorded, '').replace(endOfFrontMatter, () => `\n${block}---\n`);
}
