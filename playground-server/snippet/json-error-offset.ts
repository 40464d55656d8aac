/** Tokens, and the whitespace that RFC 8259 allows between them. */
const space = /[ \t\n\r]*/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expectation = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

/**
 * Where a text stops being JSON: the offset of the token that does not belong, or the text's length
 * if it merely ends too early. JSON.parse does not always say, and words it as its engine likes.
 */
export function jsonErrorOffset(text: string): number {
  const open: ('[' | '{')[] = [];
  let at = 0;
  let expected: Expectation = 'value';
  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    if (!token.test(text)) return false;
    at = token.lastIndex;
    return true;
  };
  const afterValue = (): Expectation => (open.length > 0 ? 'comma' : 'end');

  for (;;) {
    take(space);
    const next = text[at];
    if (next === undefined || expected === 'end') return at;
    const step = punctuation(expected, next, open);
    if (step) {
      at += 1;
      expected = step === 'closed' ? afterValue() : step;
    } else if (expected === 'key' || expected === 'first-key') {
      if (!take(string)) return at;
      expected = 'colon';
    } else if (expected === 'value' || expected === 'first-value') {
      if (!take(string) && !take(scalar)) return at;
      expected = afterValue();
    } else return at;
  }
}

/** Reads one bracket, comma or colon, if one is allowed here; returns what may follow it. */
function punctuation(
  expected: Expectation,
  next: string,
  open: ('[' | '{')[],
): Expectation | 'closed' | null {
  const inside = open.at(-1);
  const mayClose = expected === 'comma' || expected.startsWith('first-');
  if (mayClose && ((next === ']' && inside === '[') || (next === '}' && inside === '{'))) {
    open.pop();
    return 'closed';
  }
  if (expected === 'colon') return next === ':' ? 'value' : null;
  if (expected === 'comma' && next === ',') return inside === '[' ? 'value' : 'key';
  if ((expected === 'value' || expected === 'first-value') && (next === '[' || next === '{')) {
    open.push(next);
    return next === '[' ? 'first-value' : 'first-key';
  }
  return null;
}
