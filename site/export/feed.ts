import type { Lang } from '../facts/localized.ts';
import { html as xml, type Html } from '../markup/html.ts';
import { changesOf, type Change } from './changes.ts';
import type { ManualPage } from './page-context.ts';
import { wordsOf } from '../words/words-of.ts';

const maxEntries = 50;

interface Entry {
  page: ManualPage;
  date: string;
  /** Empty where git does not tell. */
  changes: Change[];
}

/** An Atom feed (RFC 4287): one entry for each page and day on which it changed. */
export function renderFeed(
  lang: Lang,
  pages: readonly ManualPage[],
  changes: readonly Change[],
  origin: string,
): string {
  const entries = pages
    .filter((page) => page.lang === lang && page.isTranslated)
    .flatMap((page) => entriesOf(page, changes))
    .sort((a, b) => b.date.localeCompare(a.date))
    .slice(0, maxEntries);
  const self = `${origin}/${lang}/feed.xml`;
  const feed = xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <title>${wordsOf(lang).say('feed.title')}</title>
  <id>${self}</id>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${origin}/${lang}/"/>
  <updated>${entries[0]?.date ?? pages[0]?.modified}</updated>
  <author><name>live-man</name></author>
  <rights>CC BY 4.0</rights>
${entries.map((entry) => entryMarkup(entry, origin))}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.markup}\n`;
}

function entriesOf(page: ManualPage, all: readonly Change[]): Entry[] {
  const changes = changesOf(all, page.lang, page.path, page);
  if (changes.length === 0) return [{ page, date: page.modified, changes }];
  const days = Map.groupBy(changes, ({ date }) => date.slice(0, 10));
  return [...days.values()].map((day) => ({ page, date: day[0]?.date ?? '', changes: day }));
}

function entryMarkup({ page, date, changes }: Entry, origin: string): Html {
  const url = `${origin}/${page.lang}/${page.path}/`;
  const subjects = changes.map(({ subject }) => xml`<li>${subject}</li>`);
  const said = xml`<content type="html" xml:lang="en">${xml`<ul>${subjects}</ul>`.markup}</content>`;
  return xml`  <entry>
    <title>${page.title}</title>
    <id>${url}?changed=${date.slice(0, 10)}</id>
    <link rel="alternate" type="text/html" href="${url}"/>
    <updated>${date}</updated>
    <summary>${page.description}</summary>
    ${changes.length > 0 && said}
  </entry>
`;
}
