import type { BuiltManual, ManualReader } from '../../playground-server/protocol/index.ts';
import type { CallFacts } from '../facts/call-schema.ts';
import { errnoTable } from '../facts/errno-table.ts';
import { entryMatcher } from '../search/client/match-entries.ts';
import type { SearchEntry } from '../search/search-entry.ts';
import { conditionText } from './condition-text.ts';
import { metErrnos } from './met-errnos.ts';
import { placesAt } from './place-of.ts';
import { readOtherPage } from './read-other-page.ts';
import { readPage, type BuiltPage } from './read-page.ts';

/** The manual in one language, from what the build has left of it. */
export function openManual({ search, pages: built, others }: BuiltManual): ManualReader {
  const entries = search as readonly SearchEntry[];
  const pages = built as readonly BuiltPage[];
  const calls = pages.flatMap(({ facts }) => (isCall(facts) ? [facts] : []));
  const table = errnoTable(calls);
  const match = entryMatcher(entries);
  const placeOf = placesAt(pages[0]?.url ?? '');
  const conditionsOf = (page: string, is: (condition: SearchEntry) => boolean) =>
    entries
      .filter((entry) => entry.kind === 'condition' && entry.page.startsWith(`${page}(`))
      .filter(is)
      .map(placeOf);
  return {
    find: (query) => match(query).map(placeOf),
    read: async (name, section) => {
      const read = readPage(pages, name, section);
      if (read.kind !== 'unknown') return read;
      const other = await readOtherPage(others, pages[0]?.lang ?? '', name, section);
      return other.kind === 'unknown'
        ? { ...other, pages: [...read.pages, ...other.pages] }
        : other;
    },
    explain: (name, errno) =>
      calls
        .filter(({ call, page }) => [call, page].includes(name))
        .flatMap(({ page, conditions }) =>
          conditions
            .filter((condition) => condition.errno === errno)
            .flatMap(({ id }) => conditionText(pages, page, id) ?? []),
        ),
    met: (events) => metErrnos(events, table, conditionsOf),
  };
}

const isCall = (facts: unknown): facts is CallFacts =>
  typeof facts === 'object' && facts !== null && 'call' in facts;
