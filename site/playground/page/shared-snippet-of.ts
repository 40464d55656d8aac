import type { Words } from '../../words/words.ts';
import { decodeFragment, type DecodedFragment } from '../../share/decode-fragment.ts';
import type { SharedSnippet } from '../../share/shared-snippet.ts';
import { readLink } from '../../share/short-links.ts';

/** What the fragment of the playground's address asks for. */
export type Asked =
  /** Nothing for us: an anchor of the page, or no fragment. */
  | { kind: 'nothing' }
  /** A snippet to show, with a notice for the reader, which may be empty. */
  | { kind: 'snippet'; snippet: SharedSnippet; notice: string }
  /** A text that cannot run here. */
  | { kind: 'text'; text: string; notice: string }
  /** The reason why there is no snippet, and what to do. */
  | { kind: 'refused'; notice: string };

/** Reads a permalink `#v1.…` or a short link `#s.…`. */
export async function sharedSnippetOf(hash: string, words: Words): Promise<Asked> {
  const id = /^#s\.([0-9a-z]+)$/.exec(hash)?.[1];
  return id === undefined ? inFragment(await decodeFragment(hash), words) : kept(id, words);
}

function inFragment(decoded: DecodedFragment, words: Words): Asked {
  switch (decoded.kind) {
    case 'other':
      return { kind: 'nothing' };
    case 'snippet': {
      const names = decoded.unknownConditions.join(', ');
      const notice = names && words.say('share.unknownConditions', { names });
      return { kind: 'snippet', snippet: decoded.snippet, notice };
    }
    case 'unknown-language': {
      const { language, source } = decoded;
      const notice = words.say('share.unknownLanguage', { language });
      return { kind: 'text', text: source, notice };
    }
    case 'unknown-version':
      return { kind: 'refused', notice: words.say('share.unknownVersion', { ...decoded }) };
    case 'too-large':
      return { kind: 'refused', notice: words.say('share.tooLarge') };
    case 'damaged':
      return { kind: 'refused', notice: words.say('share.damaged') };
  }
}

async function kept(id: string, words: Words): Promise<Asked> {
  const answer = await readLink(id);
  if (answer.kind === 'value') return { kind: 'snippet', snippet: answer.value, notice: '' };
  const notice =
    answer.kind === 'problem'
      ? words.say(`problem.${answer.problem.code}`)
      : words.say('share.linkUnreachable');
  return { kind: 'refused', notice };
}
