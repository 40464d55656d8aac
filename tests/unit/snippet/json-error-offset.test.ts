import { describe, expect, it } from 'vitest';
import { jsonErrorOffset } from '../../../playground-server/snippet/json-error-offset.ts';

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{"a":}', 5],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ["{'a':1}", 1],
    ['[1 2]', 3],
    ['[1,]', 3],
    ['[1}', 2],
    ['{"a":1]', 6],
    ['{"a":"b\nc"}', 5],
    ['{"a":"\\x"}', 5],
    ['nul', 0],
    ['{} x', 3],
    ['01', 1],
    ['[,1]', 1],
    ['{,}', 1],
    ['}', 0],
  ])('is the token that does not belong: %j at %i', (text, offset) => {
    expect(jsonErrorOffset(text)).toBe(offset);
  });

  it.each(['', ' ', '{', '{"a"', '{"a":', '{"a":1', '[1,', '[[]', '{"a":[{}'])(
    'is the end where the text breaks off: %j',
    (text) => expect(jsonErrorOffset(text)).toBe(text.length),
  );

  it('is the end for every text that JSON.parse accepts', () => {
    const value = { a: [1, -2.5e-3, 'x\n"\\\u2028', null, true, [], {}, [[{ b: false }]]], '': 0 };
    for (const indent of [0, 2]) {
      const text = JSON.stringify(value, null, indent);
      expect(jsonErrorOffset(text)).toBe(text.length);
    }
  });

  it('is found below a hundred thousand open brackets', () => {
    expect(jsonErrorOffset(`${'['.repeat(100_000)}x`)).toBe(100_000);
  });

  it('agrees with JSON.parse wherever that names a position', () => {
    const good = JSON.stringify({
      language: 'c',
      source: 'int main(void){}',
      conditions: { a: [1, 2] },
    });
    let compared = 0;
    for (let at = 0; at < good.length; at += 1) {
      for (const broken of [`${good.slice(0, at)}~${good.slice(at + 1)}`, good.slice(0, at)]) {
        const position = positionNamedByEngine(broken);
        if (position === null) continue;
        compared += 1;
        const ours = jsonErrorOffset(broken);
        // Inside a token the engine names the character, we the token's beginning.
        expect(ours).toBeLessThanOrEqual(position);
        expect(broken.slice(ours, position)).toMatch(/^(?:"[^"]*"?|[-\d.a-z]*)$/);
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});

function positionNamedByEngine(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1];
    return position === undefined ? null : Number(position);
  }
}
