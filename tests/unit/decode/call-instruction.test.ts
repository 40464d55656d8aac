import { describe, expect, it } from 'vitest';
import { callLength } from '../../../playground-server/decode/lines/call-instruction.ts';

describe('callLength', () => {
  it.each([
    ['call rel32', [0xe8, 1, 2, 3, 4], 5],
    ['call *%rax', [0xff, 0xd0], 2],
    ['call *%r12 (behind its REX prefix)', [0x41, 0xff, 0xd4], 2],
    ['call *(%rax)', [0xff, 0x10], 2],
    ['call *8(%rax)', [0xff, 0x50, 8], 3],
    ['call *(%rsp)', [0xff, 0x14, 0x24], 3],
    ['call *8(%rsp)', [0xff, 0x54, 0x24, 8], 4],
    ['call *0x100(%rax)', [0xff, 0x90, 0, 1, 0, 0], 6],
    ['call *0x100(%rip)', [0xff, 0x15, 0, 1, 0, 0], 6],
    ['call *0x100(%rsp)', [0xff, 0x94, 0x24, 0, 1, 0, 0], 7],
    ['call *0x404000', [0xff, 0x14, 0x25, 0, 0x40, 0x40, 0], 7],
  ])('knows %s', (_, code, length) => {
    expect(callLength(Uint8Array.from(code))).toBe(length);
  });

  it.each([
    ['jmp *%rax', [0xff, 0xe0]],
    ['push (%rax)', [0xff, 0x30]],
    ['a displacement that is cut short', [0xff, 0x50]],
    ['a jump', [0xe9, 1, 2, 3, 4]],
    ['a call that ends one byte early', [0xe8, 1, 2, 3, 4, 0x90]],
    ['nothing', []],
  ])('refuses %s', (_, code) => {
    expect(callLength(Uint8Array.from(code))).toBeNull();
  });
});
