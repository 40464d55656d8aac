import type { LinkPolicy } from '../protocol/index.ts';

/** Where the texts are cannot be reached at the moment; nothing is known of any of them. */
type Unreachable = { kind: 'unreachable' };

export type KeepAnswer =
  | { kind: 'kept'; isNew: boolean }
  /** There is no room, and every text was asked for too recently to make way. */
  | { kind: 'full' }
  | Unreachable;

/** What there is of a name; `K` is what is found. */
export type FindAnswer<K> =
  | { kind: 'found'; kept: K }
  /** It is not, or no longer, kept. */
  | { kind: 'unknown' }
  | Unreachable;

/** Texts under names that say what they are: the same name is the same text. */
export interface TextStore {
  readonly policy: LinkPolicy;
  /** Keeps a text, once there is room for it; if it is already kept, that counts as opening it. */
  keep(id: string, text: string): Promise<KeepAnswer>;
  /** What a name holds; asking counts as opening it. */
  find(id: string): Promise<FindAnswer<string>>;
  close(): void;
}
