import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseElfImage } from '../../../../playground-server/decode/lines/elf-image.ts';
import { programCallSites } from '../../../../playground-server/decode/lines/call-sites.ts';
import { programText } from '../../../../playground-server/decode/lines/program-text.ts';
import { evaluate } from '../../../../playground-server/decode/unwind/frame-expression.ts';
import { stackReader } from '../../../../playground-server/decode/unwind/stack-reader.ts';
import { unwind } from '../../../../playground-server/decode/unwind/unwind.ts';
import { compileProgram, fixtureSource } from '../compile-program.ts';
import { words } from '../fake-memory.ts';
import { randomSource } from '../random.ts';
import { library, standpoints } from '../traced-sites.ts';

const frame = Array.from({ length: 17 }, (_, register) => 0x1000n * BigInt(register + 1));
const at = 0x500000n;

/** A table that says the same of every address. */
const always = (row: object) => () => ({
  file: '',
  address: 0,
  table: { rowAt: () => ({ rules: new Map(), isSignalFrame: false, ...row }) as never },
});

describe('a hostile unwind table', () => {
  it('gives a line of the snippet or none, whatever its bytes are', () => {
    const source = fixtureSource('libaio-call-sites.c');
    const lineCount = source.split('\n').length;
    const program = compileProgram(source);
    const image = readFileSync(program);
    const stops = standpoints(program);
    const section = parseElfImage(image)?.section('.eh_frame');
    const header = parseElfImage(image)?.section('.eh_frame_hdr');
    const random = randomSource(11);
    for (let round = 0; round < 1500; round++) {
      const broken = Uint8Array.from(image);
      const target = random.pick([section!, header!]);
      for (let count = 1 + random.below(8); count > 0; count--) {
        const place = target.byteOffset - image.byteOffset + random.below(target.length);
        broken[place] = random.pick([0, 1, 0x0f, 0x7f, 0x80, 0xff, random.below(256)]);
      }
      const text = programText(broken, [
        { file: 'snippet.c', from: 1, named: 1, count: lineCount },
      ]);
      const sites = programCallSites(text, library);
      for (const stop of stops.slice(0, 2)) {
        const { line } = sites.call(stop);
        expect(line === null || (line >= 1 && line <= lineCount)).toBe(true);
      }
    }
  });

  it('is abandoned where it leads in a circle, or down the stack', () => {
    const stack = words(...Array.from({ length: 64 }, () => at));
    const read = stackReader(frame, stack);
    const start = { address: at, registers: frame };
    const circle = always({
      address: { kind: 'register', register: 7, offset: 0 },
      rules: new Map([[16, { kind: 'at', offset: 8 }]]),
    });
    expect([...unwind(start, read, circle)]).toEqual([at]);
    const signals = always({
      address: { kind: 'register', register: 7, offset: 0 },
      rules: new Map([[16, { kind: 'at', offset: 8 }]]),
      isSignalFrame: true,
    });
    expect([...unwind(start, read, signals)]).toHaveLength(64);
  });

  it('is abandoned where a register or the memory is not known', () => {
    const read = stackReader(frame, new Uint8Array(4));
    const start = { address: at, registers: frame };
    const beyond = always({
      address: { kind: 'register', register: 7, offset: 8 },
      rules: new Map([[16, { kind: 'at', offset: -8 }]]),
    });
    expect([...unwind(start, read, beyond)]).toEqual([at]);
    const vector = always({ address: { kind: 'register', register: 99, offset: 8 } });
    expect([...unwind(start, read, vector)]).toEqual([at]);
  });

  it.each([
    ['has no number to work with', [0x22]],
    ['is an operation that does not exist', [0xff]],
    ['ends in the middle of a number', [0x10, 0x80]],
    ['goes on for ever', Array.from({ length: 1000 }, () => 0x30)],
    ['leaves nothing', []],
  ])('is refused if an expression %s', (_, bytes) => {
    expect(() => evaluate(Uint8Array.from(bytes), frame, () => undefined)).toThrow(RangeError);
  });
});

/** What ld writes for the entries of a PLT: rsp + 8, and 8 more once the entry has pushed a word. */
it('evaluates the expression of a procedure linkage table', () => {
  const plt = Uint8Array.from([0x77, 8, 0x80, 0, 0x3f, 0x1a, 0x3a, 0x2a, 0x33, 0x24, 0x22]);
  const standing = (rip: bigint) => frame.map((value, register) => (register === 16 ? rip : value));
  expect(evaluate(plt, standing(0x401020n), () => undefined)).toBe(0x8008n);
  expect(evaluate(plt, standing(0x40102bn), () => undefined)).toBe(0x8010n);
});
