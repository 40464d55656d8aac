import canonicalize from 'canonicalize';

/** The one serialisation of a JSON value (RFC 8785): what is signed, and what is verified. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value that JSON does not have');
  return text;
}
