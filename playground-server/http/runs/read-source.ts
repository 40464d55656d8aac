import { languages, languageTable } from '../../protocol/index.ts';
import type { ParsedRequest } from '../../snippet/parse-run-request.ts';
import { parseSource } from '../../snippet/parse-source.ts';
import type { AppContext } from '../server-parts.ts';
import { mediaTypeOf } from './media-type-of.ts';
import { readBody } from './read-body.ts';
import { rejectEncoding } from './reject-media-type.ts';

/**
 * Whether the body is the snippet itself: its content-type says so, or the address names a language,
 * as `curl --data-binary @file.c` needs it, which says of any file that it is a form. JSON is JSON.
 */
export const isSource = (c: AppContext): boolean =>
  typeLanguage(c) !== undefined ||
  (c.req.query('language') !== undefined && mediaTypeOf(c.req.raw.headers) !== 'application/json');

/** The snippet that a request consists of, or the first reason why there is none. */
export async function readSource(c: AppContext): Promise<ParsedRequest> {
  const encoding = rejectEncoding(c.req.raw.headers);
  if (encoding) return encoding;
  const body = await readBody(c.req.raw);
  if (body.kind === 'rejection') return body;
  const language = typeLanguage(c);
  return parseSource(body.bytes, { ...(language && { language }), ...c.req.query() });
}

function typeLanguage(c: AppContext) {
  const type = mediaTypeOf(c.req.raw.headers);
  return languages.find((language) => languageTable[language].mediaType === type);
}
