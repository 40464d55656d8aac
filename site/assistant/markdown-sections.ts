/** A section of a text, with its heading; what comes before the first one has no title. */
export interface MarkdownSection {
  title: string | null;
  text: string;
}

/** Divides a text at its headings of the second level. */
export function markdownSections(markdown: string): MarkdownSection[] {
  const sections: { title: string | null; lines: string[] }[] = [{ title: null, lines: [] }];
  let fence: string | null = null;
  for (const line of markdown.trimEnd().split('\n')) {
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    const title = fence === null ? /^## (.+)$/.exec(line)?.[1] : undefined;
    if (title !== undefined) sections.push({ title: plain(title), lines: [] });
    sections.at(-1)!.lines.push(line);
    if (mark !== undefined && fence === null) fence = mark;
    else if (fence !== null && line.trim() === fence) fence = null;
  }
  return sections.map(({ title, lines }) => ({ title, text: `${lines.join('\n').trimEnd()}\n` }));
}

/** A heading without its markup: `[io_submit](https://…)` is "io_submit". */
const plain = (heading: string): string =>
  heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*\\]/g, '');
