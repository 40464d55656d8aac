import type { KeptSnippet } from './link-store.ts';

/** The one way to serialise a snippet: the same content gives the same text. */
export function toJson({ language, source, conditions = {}, ...others }: KeptSnippet): string {
  const { kernel, tape, arguments: words, stdin } = others;
  return JSON.stringify({
    language,
    source,
    ...(Object.keys(conditions).length > 0 && { conditions: sorted(conditions) }),
    // Left out, if they are undefined: links from before there was a choice keep their names.
    kernel,
    tape,
    arguments: words,
    stdin,
  });
}

function sorted<T extends object>(fields: T): T {
  if (Array.isArray(fields)) return fields.map(sortedValue) as unknown as T;
  const entries = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = entries.map(([name, value]) => [name, sortedValue(value)]);
  return Object.fromEntries(values) as T;
}

const sortedValue = (value: unknown): unknown => (isObject(value) ? sorted(value) : value);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
