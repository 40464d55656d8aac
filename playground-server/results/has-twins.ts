const stringOrName = /"(?:[^"\\]|\\.)*"(?<name>\s*:)?/gs;

/**
 * Whether some object in a JSON text has a name twice. Programs take the first or the last of them,
 * as they like, so that a signature over one says nothing of what another program reads.
 * @param value what the text parses to
 */
export function hasTwins(text: string, value: unknown): boolean {
  const written = [...text.matchAll(stringOrName)].filter(({ groups }) => groups?.['name']).length;
  return written !== namesIn(value);
}

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, each) => sum + namesIn(each), own);
}
