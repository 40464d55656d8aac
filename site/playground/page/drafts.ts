import { snippetTitle } from '../../../playground-server/protocol/snippet-title.ts';
import type { RecentEdit } from '../client/kept-edits.ts';
import { starterAnchor, starters } from './starters.ts';
import type { LanguageStarter } from './starters.ts';

/** What a reader has begun anew, or is about to. */
export interface Draft {
  /** Id of its playground: what is kept in the browser is kept under it. */
  id: string;
  starter: LanguageStarter;
}

/** A draft that is kept: what it is called, and when it was changed last. */
export interface KeptDraft extends Draft {
  /** Null for one without a comment at its top. */
  title: string | null;
  savedAtMs: number;
  /** Under which it is kept. */
  key: string;
}

/** A draft that nobody has begun yet. */
export const newDraft = (starter: LanguageStarter, nowMs: number): Draft => ({
  id: `draft-${starter.id}-${nowMs.toString(36)}`,
  starter,
});

/** The address of a draft on the playground's page. */
export const draftHash = ({ id }: Draft): string => `#d.${id}`;

/** The draft that a fragment asks for, or null. */
export const draftOf = (hash: string): Draft | null =>
  hash.startsWith('#d.') ? draftOfId(hash.slice(3)) : null;

/** The kept drafts among the edits that this browser keeps, the newest first. */
export const keptDrafts = (edits: readonly RecentEdit[]): KeptDraft[] =>
  edits.flatMap(({ key, source, savedAtMs }) => {
    const draft = draftOfId(key.split('/', 1)[0] ?? '');
    return draft ? [{ ...draft, key, savedAtMs, title: snippetTitle(source) }] : [];
  });

/** An earlier version kept one draft a starter, under the starter's own name. */
function draftOfId(id: string): Draft | null {
  const named = /^draft-([a-z]+)-[0-9a-z]+$/.exec(id)?.[1];
  const starter = starters.find((each) => each.id === named || starterAnchor(each) === id);
  return starter ? { id, starter } : null;
}
