import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseElfImage } from '../../../playground-server/decode/lines/elf-image.ts';
import { lineInRegions } from '../../../playground-server/snippet/line-region.ts';
import { parseSourceLines } from '../../../playground-server/decode/lines/line-table.ts';
import { programText } from '../../../playground-server/decode/lines/program-text.ts';
import { compileProgram, fixtureSource } from './compile-program.ts';
import { randomSource } from './random.ts';

const snippet = (count: number) => [{ file: 'snippet.c', from: 1, named: 1, count }];

/** Rows as objdump decodes them: the last one at an address counts, `-` ends a sequence. */
function objdumpRows(program: string): Map<bigint, string> {
  const table = execFileSync('objdump', ['--dwarf=decodedline', program], { encoding: 'utf8' });
  const rows = table.matchAll(/^(\S+)\s+(\d+|-)\s+(0x[0-9a-f]+)/gm);
  return new Map(
    Array.from(rows, ([, file, line, address = '']) => [BigInt(address), `${file}:${line}`]),
  );
}

function sourceLines(program: string) {
  const elf = parseElfImage(readFileSync(program));
  if (elf === null) throw new Error('the program was not understood');
  return parseSourceLines(elf);
}

const fixtures = ['two-tmpfs-writes.c', 'libaio-callback.c', 'call-sites.c', 'libaio-call-sites.c'];
const formats = [['-gdwarf-5'], ['-gdwarf-4'], ['-gdwarf-3'], ['-O2', '-ffunction-sections']];

describe('parseSourceLines', () => {
  it.each(fixtures)('agrees with objdump on every row of %s', (fixture) => {
    for (const options of formats) {
      const program = compileProgram(fixtureSource(fixture), options);
      const lines = sourceLines(program);
      const rows = objdumpRows(program);
      expect(rows.size).toBeGreaterThan(20);
      for (const [address, row] of rows) {
        const found = lines.lineAt(address);
        const shown = found === null ? '-' : `${found.file.split('/').at(-1)}:${found.line}`;
        expect(
          row.endsWith(':-') ? '-' : row,
          `${options.join(' ')}: ${address.toString(16)}`,
        ).toBe(shown);
      }
    }
  });

  it('has no line for an address outside of the program', () => {
    const lines = sourceLines(compileProgram('int main(void) { return 0; }'));
    for (const address of [0n, -1n, 0x400000n, 0x7fff00000000n, 2n ** 64n - 1n]) {
      expect(lines.lineAt(address)).toBeNull();
      expect(lines.isText(address)).toBe(false);
    }
  });

  it('knows text but no lines of a program without debug information', () => {
    const image = readFileSync(
      compileProgram('int main(void) { return 0; }', ['-g0', '-Wl,-e,main']),
    );
    const entry = image.readBigUInt64LE(24);
    const text = programText(image, snippet(1));
    expect(text?.isText(entry)).toBe(true);
    expect(text?.readerLine(entry)).toBeNull();
  });

  it('reads a 30-line program in less than 2 ms', () => {
    const image = readFileSync(compileProgram(fixtureSource('libaio-callback.c')));
    const times = Array.from({ length: 30 }, () => {
      const start = performance.now();
      programText(image, snippet(30));
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(2);
  });
});

describe('lineInRegions', () => {
  const found = (file: string, line: number) => lineInRegions({ file, line }, snippet(9));

  it("takes rows of the reader's file in whatever directory, and of no other", () => {
    expect(found('snippet.c', 3)).toBe(3);
    expect(found('/work/snippet.c', 3)).toBe(3);
    expect(found('/usr/include/stdio.h', 3)).toBeNull();
    expect(found('not-snippet.c', 3)).toBeNull();
  });

  it('refuses a line that the snippet does not have', () => {
    for (const line of [10, 0, -4]) expect(found('snippet.c', line)).toBeNull();
  });

  it('refuses a line number that two lines of the snippet go by', () => {
    const twice = [...snippet(9), { file: 'snippet.c', from: 11, named: 5, count: 9 }];
    expect(lineInRegions({ file: 'snippet.c', line: 5 }, twice)).toBeNull();
    expect(lineInRegions({ file: 'snippet.c', line: 4 }, twice)).toBe(4);
    expect(lineInRegions({ file: 'snippet.c', line: 10 }, twice)).toBe(16);
  });
});

/** A unit of DWARF 4 that has one file, as long as what follows; its program begins behind it. */
const oldHeader = [
  ...['.long 1000000', '.short 4', '.long 31', '.byte 255,1,1,-128,255,13'],
  ...['.byte 0,1,1,1,1,0,0,0,1,0,0,1', '.byte 0', '.asciz "snippet.c"', '.byte 0,0,0,0'],
].join('\n');
const hugeSteps = '.rept 30000\n.byte 2\n.uleb128 0x1fffffffffffff\n.byte 1\n.endr';
const sequences = '.rept 30000\n.byte 0,9,2\n.quad main\n.byte 1,2,1,0,1,1\n.endr';
/** A unit of DWARF 5: each of 390 directories has 255 columns that lead to 1000 letters. */
const columns = [
  ...['.long 400000', '.short 5', '.byte 8,0', '.long 399988', '.byte 1,1,1,-5,14,1', '.byte 255'],
  ...['.rept 255', '.byte 1,0x1f', '.endr', '.uleb128 390', '.fill 99450, 4, 0'],
  ...['.section .debug_line_str,"MS",@progbits,1', '.fill 1000, 1, 65', '.byte 0'],
].join('\n');

describe('programText on hostile images', () => {
  const image = readFileSync(compileProgram(fixtureSource('libaio-callback.c')));
  const rows = Array.from(objdumpRows(compileProgram(fixtureSource('libaio-callback.c'))));
  const [mainAt, mainRow] = rows.at(-2) ?? [0n, ''];
  const mainLine = Number(mainRow.split(':')[1]);

  it('refuses what is no fixed-address x86-64 executable', () => {
    const pie = compileProgram('int main(void) { return 0; }', ['-pie', '-fPIE']);
    expect(programText(readFileSync(pie), snippet(1))).toBeNull();
    expect(programText(new Uint8Array(), snippet(1))).toBeNull();
    expect(programText(Buffer.from('#!/bin/sh\n'), snippet(1))).toBeNull();
    expect(programText(new Uint8Array(16 * 1024 * 1024 + 1), snippet(1))).toBeNull();
  });

  it('gives the right line or none for an image cut off anywhere', () => {
    for (let length = 0; length < image.length; length += 61) {
      const line =
        programText(image.subarray(0, length), snippet(30))?.readerLine(mainAt) ?? mainLine;
      expect(line).toBe(mainLine);
    }
  });

  it('survives random bytes anywhere, and gives no line that does not exist', () => {
    const random = randomSource(7);
    const table = parseElfImage(image)?.section('.debug_line');
    const tableAt = (table?.byteOffset ?? 0) - image.byteOffset;
    expect(table?.length).toBeGreaterThan(100);
    for (let round = 0; round < 3000; round++) {
      const broken = Uint8Array.from(image);
      const [from, span] = random.pick([
        [0, 64],
        [64, 800],
        [tableAt, table?.length ?? 1],
        [image.length - 2400, 2400],
      ] as const);
      for (let count = 1 + random.below(8); count > 0; count--) {
        broken[from + random.below(span)] = random.pick([
          0,
          1,
          0x7f,
          0x80,
          0xff,
          random.below(256),
        ]);
      }
      const text = programText(broken, snippet(30));
      for (let address = 0x401100n; address < 0x401400n; address += 7n) {
        const line = text?.readerLine(address) ?? 1;
        expect(line >= 1 && line <= 30 && Number.isInteger(line)).toBe(true);
        text?.unwindTable.rowAt(Number(address));
      }
    }
  });

  it.each([
    ['a table of nothing but special opcodes', '.fill 4000000, 1, 0xff'],
    ['a table of units without content', '.rept 20000\n.long 6\n.short 5\n.long 0\n.endr'],
    ['a table of zeroes', '.fill 4000000, 1, 0'],
    ['numbers without end', `${oldHeader}\n.byte 2\n.fill 400000, 1, 0x80`],
    ['steps that leave every address space', `${oldHeader}\n${hugeSteps}`],
    ['as many sequences as there is room for', `${oldHeader}\n${sequences}`],
    ['columns that all name one long string', columns],
  ])('gives up early on %s', (_, directives) => {
    const assembly = `.section .debug_line\n${directives}\n.text`;
    const source = `__asm__(${JSON.stringify(assembly)});\nint main(void) { return 0; }`;
    const hostile = readFileSync(compileProgram(source, ['-g0']));
    const start = performance.now();
    expect(programText(hostile, snippet(2))).not.toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
