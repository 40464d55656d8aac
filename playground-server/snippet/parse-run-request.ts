import type { z } from 'zod';
import {
  isRulableFileCall,
  languages,
  maxArgumentBytes,
  maxSourceBytes,
  maxStdinBytes,
  runRequestSchema,
  usualTape,
  type RunRequest,
} from '../protocol/index.ts';
import { errnos } from '../uapi/errno-table.ts';
import { decodeBody } from './decode-body.ts';
import { describeIssue } from './describe-issue.ts';
import { rejectInput } from './reject-input.ts';
import { quote, reject, type Rejection } from './rejection.ts';

export type ParsedRequest = { kind: 'request'; request: RunRequest } | Rejection;

/** JSON may take six bytes, \u00XX, for one of a text; the rest is for the other fields. */
export const maxBodyBytes = 6 * (maxSourceBytes + maxStdinBytes + maxArgumentBytes) + 4 * 1024;

/** The door: whatever was sent becomes a RunRequest, or the first reason why it cannot be one. */
export function parseRunRequest(bytes: Uint8Array): ParsedRequest {
  const body = decodeBody(bytes);
  if (body.kind === 'rejection') return body;
  return parseRunValue(body.value);
}

/** The same for a value that arrived in other wrapping. */
export function parseRunValue(value: unknown): ParsedRequest {
  const parsed = runRequestSchema.safeParse(value);
  if (!parsed.success) return rejectIssue(parsed.error.issues[0], value);
  const { data: request } = parsed;
  return (
    rejectSource(request.source) ??
    rejectInput(request) ??
    rejectErrno(request) ??
    rejectUnseen(request) ?? { kind: 'request', request }
  );
}

function rejectIssue(issue: z.core.$ZodIssue | undefined, body: unknown): Rejection {
  if (!issue) return reject('malformed-request', 'The body is not a run request.');
  const asked = (body as { language?: unknown } | null)?.language;
  if (issue.path[0] === 'language' && typeof asked === 'string') {
    return reject(
      'unknown-language',
      `${quote(asked)} cannot be run here. Known languages: ${languages.join(', ')}.`,
    );
  }
  const inConditions = issue.path[0] === 'conditions' && issue.code !== 'invalid_type';
  return reject(inConditions ? 'unknown-condition' : 'malformed-request', describeIssue(issue));
}

/** The contract says that an errno is a name; which names there are is the kernel's business. */
function rejectErrno({ conditions }: RunRequest): Rejection | null {
  const named = (conditions?.answer ?? []).flatMap(({ errno, event }, index) => [
    { field: `conditions.answer.${index}.errno`, errno },
    { field: `conditions.answer.${index}.event.errno`, errno: event?.errno },
  ]);
  const unknown = named.find(({ errno }) => errno !== undefined && !Object.hasOwn(errnos, errno));
  if (unknown?.errno === undefined) return null;
  return reject(
    'unknown-condition',
    `"${unknown.field}" names no errno: ${quote(unknown.errno)}. Write it as errno(3) does, such as EIO.`,
  );
}

/** A call that is on no tape of the run runs at full speed: nobody could answer it. */
function rejectUnseen({ conditions, tape = usualTape }: RunRequest): Rejection | null {
  if (tape === 'files' || tape === 'all') return null;
  const unseen = (conditions?.answer ?? []).find(({ call }) => isRulableFileCall(call));
  if (unseen === undefined) return null;
  return reject(
    'unknown-condition',
    `A rule for ${unseen.call} needs a tape with the calls on files; "tape" must be "files" or "all".`,
  );
}

/**
 * Checks what no schema can say about a source. NUL is let through: gcc accepts it with a warning,
 * and the reader should see that warning, not ours.
 */
function rejectSource(source: string): Rejection | null {
  const sourceBytes = Buffer.byteLength(source);
  if (sourceBytes > maxSourceBytes) {
    return reject(
      'source-too-large',
      `The source has ${sourceBytes} bytes; ${maxSourceBytes} are allowed. Shorten it.`,
    );
  }
  if (source.isWellFormed()) return null;
  const line = source.slice(0, source.search(/\p{Surrogate}/u)).split('\n').length;
  return reject(
    'malformed-request',
    `"source" has half a surrogate pair in line ${line}, which no UTF-8 file can hold. Remove it.`,
  );
}
