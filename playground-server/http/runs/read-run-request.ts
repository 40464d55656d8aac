import { parseRunRequest, type ParsedRequest } from '../../snippet/parse-run-request.ts';
import { readBody } from './read-body.ts';
import { rejectMediaType } from './reject-media-type.ts';

/** The snippet that an API request carries as JSON, or the first reason why there is none. */
export async function readRunRequest(request: Request): Promise<ParsedRequest> {
  const mediaType = rejectMediaType(request.headers);
  if (mediaType) return mediaType;
  const body = await readBody(request);
  return body.kind === 'rejection' ? body : parseRunRequest(body.bytes);
}
