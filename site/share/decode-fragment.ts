import {
  kernelIdSchema,
  languages,
  maxArgumentBytes,
  maxSourceBytes,
  maxStdinBytes,
  runRequestSchema,
} from '../../playground-server/protocol/index.ts';
import { fromBase64url } from './base64url.ts';
import { inflate } from './inflate.ts';
import type { SharedSnippet } from './shared-snippet.ts';
import { sortConditions } from './sort-conditions.ts';

/** What a fragment turned out to be. In any case it is still in the address. */
export type DecodedFragment =
  /** Not a permalink: an anchor of the page, or nothing. */
  | { kind: 'other' }
  | { kind: 'snippet'; snippet: SharedSnippet; unknownConditions: string[] }
  /** Intact, but in a language that this site does not run: the text can be shown and kept. */
  | { kind: 'unknown-language'; language: string; source: string }
  /** Made by a later release. */
  | { kind: 'unknown-version'; version: string }
  | { kind: 'too-large' }
  /** Truncated or altered on its way, or never one of our links. */
  | { kind: 'damaged' };

/** JSON may take six bytes, \u00XX, for one of the source; the rest is for the other fields. */
const maxJsonBytes = 6 * (maxSourceBytes + maxStdinBytes + maxArgumentBytes) + 4 * 1024;
/**
 * Deflate adds a few bytes to what it cannot compress; base64 writes four characters for three
 * bytes.
 */
const maxFragmentCharacters = Math.ceil((maxJsonBytes * 1.01 * 4) / 3);

/** Every version that was ever published. Rows are never removed or changed. */
const decoders: Record<string, (data: string) => Promise<DecodedFragment>> = { v1: decodeV1 };

/**
 * Reads the fragment of an address, with or without its #. Never throws, and its cost is bounded.
 */
export async function decodeFragment(fragment: string): Promise<DecodedFragment> {
  const [, version = '', data = ''] = /^#?(v\d{1,9})\.(.*)$/s.exec(fragment) ?? [];
  if (!version) return { kind: 'other' };
  if (!Object.hasOwn(decoders, version)) return { kind: 'unknown-version', version };
  if (data.length > maxFragmentCharacters) return { kind: 'too-large' };
  return decoders[version]!(data);
}

async function decodeV1(data: string): Promise<DecodedFragment> {
  const compressed = fromBase64url(data);
  if (!compressed) return { kind: 'damaged' };
  const inflated = await inflate(compressed, maxJsonBytes);
  if (inflated.kind !== 'inflated') return inflated;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(inflated.bytes);
    return readFields(JSON.parse(json) as unknown);
  } catch {
    return { kind: 'damaged' };
  }
}

/** Ignores unknown fields, because a later release of the same version may add some. */
function readFields(json: unknown): DecodedFragment {
  if (!isRecord(json)) return { kind: 'damaged' };
  const { language, source, conditions, kernel, example } = json;
  if (typeof language !== 'string' || typeof source !== 'string') return { kind: 'damaged' };
  const known = languages.find((each) => each === language);
  if (!known) return { kind: 'unknown-language', language, source };
  const sorted = sortConditions(isRecord(conditions) ? conditions : {});
  return {
    kind: 'snippet',
    unknownConditions: sorted.unknown,
    snippet: {
      language: known,
      source,
      ...(Object.keys(sorted.known).length > 0 && { conditions: sorted.known }),
      ...(isKernelId(kernel) && { kernel }),
      ...givenIn(json),
      ...(isExampleId(example) && { example }),
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a program is given; what is not as it should be is left out. */
function givenIn(
  json: Record<string, unknown>,
): Pick<SharedSnippet, 'tape' | 'arguments' | 'stdin'> {
  const { tape, arguments: words, stdin } = runRequestSchema.shape;
  const known = [
    ['tape', tape],
    ['arguments', words],
    ['stdin', stdin],
  ] as const;
  return Object.fromEntries(
    known.flatMap(([name, schema]) => {
      const parsed = schema.safeParse(json[name]);
      return parsed.data === undefined ? [] : [[name, parsed.data]];
    }),
  );
}

const isKernelId = (value: unknown): value is string => kernelIdSchema.safeParse(value).success;

const isExampleId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,100}$/.test(value);
