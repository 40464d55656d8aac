import type { LinkPolicy, RunRequest } from '../protocol/index.ts';

/** What a link holds: all that a run depends on. */
export type KeptSnippet = Pick<RunRequest, 'language' | 'source' | 'conditions'>;

export type KeepAnswer =
  | { kind: 'kept'; id: string; isNew: boolean }
  /** No room, and every link there is was opened too recently to make way. */
  | { kind: 'full' };

/** Snippets by the hash of their content. */
export interface LinkStore {
  readonly policy: LinkPolicy;
  /** Keeps a snippet, once there is room for it; one that is there already counts as opened. */
  keep(snippet: KeptSnippet): Promise<KeepAnswer>;
  /** What a link holds, which counts as opening it; null for what is not, or no longer, kept. */
  find(id: string): KeptSnippet | null;
  close(): void;
}
