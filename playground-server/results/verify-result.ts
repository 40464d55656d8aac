import { createPublicKey, verify } from 'node:crypto';
import { signedResultSchema, type PublicKey, type Result } from '../protocol/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { hasTwins } from './has-twins.ts';
import { thumbprint } from './result-key.ts';

export type Verdict =
  /** Nothing has been changed since this key signed it. Whose key it is, the file cannot prove. */
  | { kind: 'genuine'; result: Result; key: PublicKey }
  /** One sentence. */
  | { kind: 'refused'; why: string };

const refused = (why: string): Verdict => ({ kind: 'refused', why });

/** Whether a file is a result as some server signed it, byte for byte of what it says. Never throws. */
export function verifyResult(text: string): Verdict {
  try {
    return judge(text);
  } catch {
    return refused('It is not JSON: part of it was lost, or it is another file.');
  }
}

/** Throws for what is not JSON, and for JSON that is nested without end. */
function judge(text: string): Verdict {
  const value = JSON.parse(text) as unknown;
  const parsed = signedResultSchema.safeParse(value);
  if (!parsed.success) return refused('It is not a signed result in a format that is known here.');
  if (hasTwins(text, value)) return refused('A field is there twice, so that it says two things.');
  const { key, value: signature } = parsed.data.signature;
  if (thumbprint(key) !== key.kid) return refused('The key does not have the name that it claims.');
  // As it was sent: the schema would leave out what it does not know.
  const signed = canonicalJson((value as { result: object }).result);
  const bytes = Buffer.from(signature, 'base64url');
  // The last digit has room for bits that mean nothing.
  const isSpeltOneWay = bytes.toString('base64url') === signature;
  const isGenuine = verify(
    null,
    Buffer.from(signed),
    createPublicKey({ key: { ...key }, format: 'jwk' }),
    bytes,
  );
  if (!isGenuine || !isSpeltOneWay)
    return refused('It was changed after it was signed, or another key signed it.');
  return { kind: 'genuine', result: parsed.data.result, key };
}
