import type { LinkPolicy, RunRequest } from '../protocol/index.ts';

/** What a link holds: everything that a run depends on. */
export type KeptSnippet = Pick<RunRequest, 'language' | 'source' | 'conditions'>;

export type KeepAnswer =
  | { kind: 'kept'; id: string; isNew: boolean }
  /** There is no room, and every link was opened too recently to make way. */
  | { kind: 'full' };

/** Snippets by the hash of their content. */
export interface LinkStore {
  readonly policy: LinkPolicy;
  /**
   * Keeps a snippet, once there is room for it; if it is already kept, that counts as opening it.
   */
  keep(snippet: KeptSnippet): Promise<KeepAnswer>;
  /** What a link holds; asking counts as opening it. null if it is not, or no longer, kept. */
  find(id: string): KeptSnippet | null;
  close(): void;
}
