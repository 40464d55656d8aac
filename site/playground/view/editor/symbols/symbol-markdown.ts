import type { ManualSymbol } from './manual-symbol.ts';

/** What the manual says about a symbol, as Markdown; `origin` completes the links of the site. */
export function symbolMarkdown(symbol: ManualSymbol, origin: string): string {
  const { declaration, about, prose, note, related = [], page, href } = symbol;
  const pieces = [
    `\`\`\`c\n${declaration}\n\`\`\``,
    about && sentence(about),
    prose,
    note && `*${note.replaceAll('_', '\\_')}*`,
    related.map((each) => `[${each.name}](${each.href})`).join(' · '),
    `[${page}](${href})`,
  ];
  return withOrigin(pieces.filter(Boolean).join('\n\n'), origin);
}

/** The manual's Markdown, with links that work in the editor. */
export const withOrigin = (markdown: string, origin: string): string =>
  markdown.replaceAll('](/', `](${origin}/`);

const sentence = (about: string): string =>
  `**${about.charAt(0).toUpperCase()}${about.slice(1)}.**`;
