import { describe, expect, it } from 'vitest';
import { markedCallSites } from '../../../playground-server/decode/lines/marked-call-sites.ts';
import { words } from './fake-memory.ts';

const mark = 0x1122_3344_5566_7788n;
const sites = markedCallSites(mark, 20);
const call = (stack: Uint8Array) => sites.call({ frame: [], code: { at: () => null }, stack });
const place = (line: number, convention: number) => BigInt(line) | (BigInt(convention) << 32n);

describe('the place of an interpreted call', () => {
  it('stands behind the run’s mark, wherever on the stack that is', () => {
    expect(call(words(1n, 2n, mark, place(7, 0)))).toEqual({
      line: 7,
      convention: 'koffi',
    });
    expect(call(words(mark, place(20, 1), 3n))).toEqual({
      line: 20,
      convention: 'libaio',
    });
  });

  it('is that of the innermost call where several are on the stack', () => {
    const stack = words(0n, mark, place(3, 0), 0n, mark, place(9, 0));
    expect(call(stack).line).toBe(3);
  });

  it('is none where there is no mark, or one of another run', () => {
    expect(call(words(1n, mark + 1n, place(7, 0)))).toEqual({ line: null });
    expect(call(new Uint8Array())).toEqual({ line: null });
    expect(call(words(mark))).toEqual({ line: null });
  });

  it('is never a line that the snippet does not have', () => {
    expect(call(words(mark, place(21, 0))).line).toBeNull();
    expect(call(words(mark, place(0, 0))).line).toBeNull();
    expect(call(words(mark, place(5, 9)))).toEqual({ line: 5, convention: undefined });
  });
});
