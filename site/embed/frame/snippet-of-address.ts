import { goalPrefix } from '../../facts/goals/goal-name.ts';
import { fromServer } from '../../playground/client/from-server.ts';
import { decodeFragment } from '../../share/decode-fragment.ts';
import type { SharedSnippet } from '../../share/shared-snippet.ts';
import { readLink } from '../../share/short-links.ts';
import { codeByMessage } from '../tag/frame-address.ts';

/** Where a frame that was not built for an example gets its snippet. */
export type AddressedSnippet =
  | { kind: 'snippet'; snippet: SharedSnippet }
  /** The embedding page will send it. */
  | { kind: 'by-message' }
  /** An example that does not exist. */
  | { kind: 'no-example'; example: string }
  /** A goal that does not exist, or that is spelt out and so brings no program. */
  | { kind: 'no-goal'; goal: string }
  | { kind: 'nothing' }
  /** A fragment that cannot be read. */
  | { kind: 'damaged' };

/** Reads the address of a frame: an example in its path, or code or a short link in its fragment. */
export async function snippetOfAddress({
  pathname,
  hash,
}: Pick<Location, 'pathname' | 'hash'>): Promise<AddressedSnippet> {
  const [, missing] = /\/embed\/([^/]+)/.exec(pathname) ?? [];
  if (missing) return notBuilt(decodeURIComponent(missing));
  if (hash === `#${codeByMessage}`) return { kind: 'by-message' };
  const [, link] = /^#s\.([0-9a-z]+)$/.exec(hash) ?? [];
  if (link !== undefined) return keptSnippet(link);
  const decoded = await decodeFragment(hash);
  if (decoded.kind === 'snippet') return { kind: 'snippet', snippet: decoded.snippet };
  return { kind: decoded.kind === 'other' ? 'nothing' : 'damaged' };
}

const notBuilt = (name: string): AddressedSnippet =>
  name.startsWith(goalPrefix)
    ? { kind: 'no-goal', goal: name.slice(goalPrefix.length) }
    : { kind: 'no-example', example: name };

async function keptSnippet(link: string): Promise<AddressedSnippet> {
  const answer = await readLink(link, fromServer);
  return answer.kind === 'value' ? { kind: 'snippet', snippet: answer.value } : { kind: 'damaged' };
}
