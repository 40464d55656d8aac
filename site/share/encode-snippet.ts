import { toBase64url } from './base64url.ts';
import { deflate } from './deflate.ts';
import type { SharedSnippet } from './shared-snippet.ts';

/**
 * The fragment, without its #, that carries a snippet: `v1.` and the base64url of zlib-compressed
 * JSON. The format is described in site/share/README.md and will always remain readable.
 */
export async function encodeSnippet(snippet: SharedSnippet): Promise<string> {
  const { language, source, conditions, kernel, tape, arguments: words, stdin, example } = snippet;
  const isPlain = !conditions || Object.keys(conditions).length === 0;
  // JSON.stringify omits undefined values.
  const json = JSON.stringify({
    language,
    source,
    conditions: isPlain ? undefined : conditions,
    kernel,
    tape,
    arguments: words,
    stdin,
    example,
  });
  return `v1.${toBase64url(await deflate(new TextEncoder().encode(json)))}`;
}
