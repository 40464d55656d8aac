import { describe, expect, it } from 'vitest';
import { decodeErrno } from '../../../playground-server/decode/decode-errno.ts';
import { visibleResult } from '../../../playground-server/decode/visible-result.ts';

describe('decodeErrno', () => {
  it('takes -4095 to -1 for an errno, and nothing else', () => {
    expect(decodeErrno(-22n)).toEqual({ name: 'EINVAL', number: 22 });
    expect(decodeErrno(-4095n)).toEqual({ name: 'errno 4095', number: 4095 });
    expect(decodeErrno(-1n)).toEqual({ name: 'EPERM', number: 1 });
    for (const raw of [0n, 1n, 22n, -4096n, -(2n ** 63n)]) expect(decodeErrno(raw)).toBeNull();
  });

  it('reads the register as signed', () => {
    expect(decodeErrno(2n ** 64n - 14n)).toEqual({ name: 'EFAULT', number: 14 });
  });
});

describe('visibleResult', () => {
  it('gives -1 and errno for an error, and the number itself for a success', () => {
    const einval = { returned: '-1', raw: '-22', errno: { name: 'EINVAL', number: 22 } };
    expect(visibleResult(-22n)).toEqual(einval);
    expect(visibleResult(3n)).toEqual({ returned: '3', raw: '3', errno: null });
    expect(visibleResult(-4096n)).toEqual({ returned: '-4096', raw: '-4096', errno: null });
  });

  it('gives a raw number that is the negated errno', () => {
    for (const raw of [-1n, -4n, -11n, -22n, -4095n]) {
      const { errno } = visibleResult(raw);
      expect(visibleResult(raw).raw).toBe(`${-(errno?.number ?? 0)}`);
    }
  });
});
