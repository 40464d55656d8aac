import type { CallFacts } from './call-schema.ts';
import type { PageSource } from './page-links.ts';
import { pathTo } from './volumes.ts';

const shown = /<Example id="([\w-]+)"/g;

/** The page that shows each example, as `man2/io_setup`; the first, if there are several. */
export function examplePlaces(
  pages: readonly Pick<PageSource, 'path' | 'body'>[],
  calls: readonly Pick<CallFacts, 'page' | 'conditions'>[],
): Map<string, string> {
  const inProse = pages.flatMap(({ path, body }) =>
    Array.from(body.matchAll(shown), ([, id = '']) => [id, path] as const),
  );
  const underConditions = calls.flatMap(({ page, conditions }) =>
    conditions.flatMap(({ evidence }) =>
      evidence.kind === 'example' ? [[evidence.example, pathTo('call', page)] as const] : [],
    ),
  );
  // A Map keeps the last of several equal keys.
  return new Map([...inProse, ...underConditions].reverse());
}
