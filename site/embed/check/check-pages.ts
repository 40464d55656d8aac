import { scriptPath } from '../tag/script-origin.ts';
import { checkSettings } from './check-settings.ts';
import { codeChecker } from './check-code.ts';
import { codeOf } from './code-of.ts';
import { findEmbeds, type Embed } from './find-embeds.ts';
import { severityOf, type PlacedFinding } from './finding.ts';
import { readPage } from './read-page.ts';
import type { Server } from './server.ts';
import { withBrowser } from './with-browser.ts';

/** A file of a built site. */
export interface Page {
  file: string;
  html: string;
}

export interface CheckedPages {
  pages: number;
  embeds: number;
  findings: PlacedFinding[];
}

/** What only pages with an embed have in them. */
const mayEmbed = /live-man|\/embed\//;

/** The server whose script a page loads; null if none does. */
export function serverOf(pages: readonly Page[]): URL | null {
  for (const { html } of pages) {
    if (!mayEmbed.test(html) && !html.includes('embed')) continue;
    for (const [, src = ''] of html.matchAll(/<script\b[^>]*\bsrc=["']?([^"'\s>]+)/gi)) {
      const address = URL.parse(src);
      if (address && scriptPath.test(address.pathname)) return new URL(address.origin);
    }
  }
  return null;
}

/** Finds what is wrong with the embeds of pages. Throws Unanswered where the server does not answer. */
export async function checkPages(
  pages: readonly Page[],
  address: URL,
  server: Server,
): Promise<CheckedPages> {
  const found = pages
    .filter(({ html }) => mayEmbed.test(html))
    .map(({ file, html }) => ({
      file,
      embeds: withBrowser(() => findEmbeds(readPage(html), address)),
    }))
    .filter(({ embeds }) => embeds.length > 0);
  const embeds = found.flatMap((page) => page.embeds);
  if (embeds.length === 0) return { pages: 0, embeds: 0, findings: [] };

  const names = await server.names();
  const checkCode = codeChecker(server);
  const findingsOf = async (embed: Embed) => {
    const code = await codeOf(embed);
    const ofCode = code === null ? [] : 'rule' in code ? [code] : await checkCode(code);
    return [...checkSettings(embed, names), ...ofCode];
  };
  const findings: PlacedFinding[] = [];
  // One after another: a server has few compilers for each client.
  for (const { file, embeds: ofPage } of found)
    for (const embed of ofPage)
      for (const finding of await findingsOf(embed))
        findings.push({ file, line: embed.line, severity: severityOf(finding.rule), ...finding });
  return { pages: found.length, embeds: embeds.length, findings };
}
