import type { RunRequest } from '../protocol/index.ts';

/** Why no machine could run a well-formed request, or null. */
export function impossibleRequest({ language, conditions }: RunRequest): string | null {
  if (language !== 'typescript' || conditions?.addressSpaceMiB === undefined) return null;
  return 'Node itself needs more address space than addressSpaceMiB can grant. Ask for it with a C snippet.';
}
