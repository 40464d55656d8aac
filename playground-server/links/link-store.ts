import type { LinkPolicy, RunRequest } from '../protocol/index.ts';

/** What a link holds: everything that a run depends on. */
export type KeptSnippet = Pick<RunRequest, 'language' | 'source' | 'conditions' | 'kernel'>;

/** Where the links are cannot be reached at the moment; nothing is known of any of them. */
type Unreachable = { kind: 'unreachable' };

export type KeepAnswer =
  | { kind: 'kept'; id: string; isNew: boolean }
  /** There is no room, and every link was opened too recently to make way. */
  | { kind: 'full' }
  | Unreachable;

export type FindAnswer =
  | { kind: 'found'; snippet: KeptSnippet }
  /** It is not, or no longer, kept. */
  | { kind: 'unknown' }
  | Unreachable;

/** Snippets by the hash of their content. */
export interface LinkStore {
  readonly policy: LinkPolicy;
  /**
   * Keeps a snippet, once there is room for it; if it is already kept, that counts as opening it.
   */
  keep(snippet: KeptSnippet): Promise<KeepAnswer>;
  /** What a link holds; asking counts as opening it. */
  find(id: string): Promise<FindAnswer>;
  close(): void;
}
