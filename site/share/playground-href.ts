import { encodeSnippet } from './encode-snippet.ts';
import type { SharedSnippet } from './shared-snippet.ts';

/** Address of the playground page in a language, with a snippet in its fragment. */
export const playgroundHref = async (lang: string, snippet: SharedSnippet): Promise<string> =>
  `/${lang}/playground/#${await encodeSnippet(snippet)}`;
