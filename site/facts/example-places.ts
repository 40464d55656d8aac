import type { CallFacts } from './call-schema.ts';
import type { PageSource } from './page-links.ts';

const shown = /<Example id="([\w-]+)"/g;

/** The page that shows each example, as `man2/io_setup`; where several do, the first. */
export function examplePlaces(
  pages: readonly Pick<PageSource, 'path' | 'body'>[],
  calls: readonly Pick<CallFacts, 'call' | 'conditions'>[],
): Map<string, string> {
  const inProse = pages.flatMap(({ path, body }) =>
    Array.from(body.matchAll(shown), ([, id = '']) => [id, path] as const),
  );
  const underConditions = calls.flatMap(({ call, conditions }) =>
    conditions.flatMap(({ evidence }) =>
      evidence.kind === 'example' ? [[evidence.example, `man2/${call}`] as const] : [],
    ),
  );
  // A Map keeps the last of equal keys.
  return new Map([...inProse, ...underConditions].reverse());
}
