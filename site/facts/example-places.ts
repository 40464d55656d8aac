import type { CallFacts } from './call-schema.ts';
import type { PageSource } from './page-links.ts';
import { pathTo } from './volumes.ts';

const shown = /<Example id="([\w-]+)"/g;

/**
 * The page that shows each example, as `man2/io_setup`; the first, if there are several. The examples
 * of a page come in its order: its lessons as they stand there, then those that provoke its errors.
 */
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
  const places = new Map<string, string>();
  for (const [id, path] of [...inProse, ...underConditions]) {
    if (!places.has(id)) places.set(id, path);
  }
  return places;
}
