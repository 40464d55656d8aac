import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  callConvention,
  callSite,
  signalSite,
} from '../../../playground-server/decode/lines/call-site.ts';
import type { ProgramText } from '../../../playground-server/decode/lines/call-site.ts';
import type { Frame } from '../../../playground-server/decode/lines/frame.ts';
import { programText } from '../../../playground-server/decode/lines/program-text.ts';
import { compileProgram, fixturePath, fixtureSource } from './compile-program.ts';
import { words } from './fake-memory.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

/** Where each AIO call of the program was made, as callSite sees it. */
function tracedLines(dumper: string, source: string, options: readonly string[]) {
  return traced(dumper, source, options, callSite);
}

function traced<Seen>(
  dumper: string,
  source: string,
  options: readonly string[],
  look: (frame: Frame, stack: Uint8Array, text: ProgramText) => Seen,
) {
  const program = compileProgram(source, options);
  const text = programText(readFileSync(program), {
    name: 'snippet.c',
    lineCount: source.split('\n').length,
  });
  if (text === null) throw new Error('the program was not understood');
  const stops = execFileSync(dumper, [program], { encoding: 'utf8' }).trimEnd().split('\n');
  return stops.map((stop) => {
    const [rip = '', rsp = '', stack = ''] = stop.split(' ');
    const frame = { instructionPointer: BigInt(`0x${rip}`), stackPointer: BigInt(`0x${rsp}`) };
    return look(frame, Buffer.from(stack, 'hex'), text);
  });
}

/** The lines that the program itself says: "call 4" stands in line 24. */
function saidLines(source: string): number[] {
  const said: number[] = [];
  source.split('\n').forEach((line, index) => {
    for (const [, call] of line.matchAll(/\bcall (\d+)\b(?=.*\*\/)/g))
      said[Number(call) - 1] = index + 1;
  });
  return said;
}

describe('callSite on real programs', () => {
  let dumper: string;
  beforeAll(() => {
    dumper = join(temporaryFolder('decode'), 'dump-frames');
    execFileSync('gcc', ['-o', dumper, fixturePath('dump-frames.c')]);
  });

  it.each(['-gdwarf-5', '-gdwarf-4'])('finds every line of libaio calls with %s', (format) => {
    const source = fixtureSource('libaio-call-sites.c');
    const said = saidLines(source);
    expect(said).toHaveLength(6);
    expect(tracedLines(dumper, source, [format])).toEqual(said);
  });

  it('finds calls in macros, helpers, inline assembly and headers, and none where #line lies', () => {
    const source = fixtureSource('call-sites.c');
    const said = saidLines(source);
    expect(said).toHaveLength(9);
    expect(tracedLines(dumper, source, [])).toEqual([...said, null, null]);
  });

  it('tells calls through libaio from calls through syscall(2)', () => {
    const conventions = (name: string) => traced(dumper, fixtureSource(name), [], callConvention);
    expect(new Set(conventions('libaio-call-sites.c'))).toEqual(new Set(['libaio']));
    expect(new Set(conventions('call-sites.c'))).toEqual(new Set(['syscall']));
  });
});

describe('callSite on made-up stacks', () => {
  const callAt = new Map([
    [0x401010n, Uint8Array.of(0x90, 0x90, 0xe8, 0, 0, 0, 0)],
    [0x401020n, Uint8Array.of(0x90, 0x90, 0x90, 0x90, 0x90, 0x90, 0x90)],
    [0x401030n, Uint8Array.of(0x90, 0x90, 0x90, 0x90, 0x90, 0xff, 0xd0)],
    [0x401040n, Uint8Array.of(0x90, 0x90, 0xe8, 0, 0, 0, 0)],
  ]);
  const linesAt = new Map([
    [0x40100fn, 10],
    [0x40101fn, 20],
    [0x40102fn, 30],
  ]);
  const text: ProgramText = {
    isText: (address) => address >= 0x401000n && address < 0x402000n,
    readerLine: (address) => linesAt.get(address) ?? null,
    codeBefore: (address) => callAt.get(address) ?? null,
  };
  const frame = { instructionPointer: 0x7f0000000000n, stackPointer: 0x7ffe00000000n };

  /** The first word was left by a call of the reader's own function, at 0x40101f. */
  const ownCall = Uint8Array.of(0x90, 0x90, 0xe8, 0x0f, 0, 0, 0);
  const withOwnCall: ProgramText = {
    ...text,
    codeBefore: (address) => (address === 0x401010n ? ownCall : text.codeBefore(address)),
  };

  it('passes over what a call of an own function left where a library keeps nothing', () => {
    expect(callSite(frame, words(0x401010n, 0x401030n), withOwnCall)).toBe(30);
  });

  it('takes the call of an own function that jumped into the library', () => {
    expect(callSite(frame, words(0x401010n, 0x401020n), withOwnCall)).toBe(10);
  });

  it('passes over a word that no call instruction precedes', () => {
    expect(callSite(frame, words(0x401020n, 0x401030n), text)).toBe(30);
  });

  it('goes on outwards from a frame without a line of the reader', () => {
    expect(callSite(frame, words(0x401040n, 0x401010n), text)).toBe(10);
  });

  it('has no answer for a stack that holds none, is empty, or ends in mid-word', () => {
    expect(callSite(frame, words(1n, 2n ** 64n - 1n), text)).toBeNull();
    expect(callSite(frame, new Uint8Array(), text)).toBeNull();
    expect(callSite(frame, words(0x401010n).subarray(0, 7), text)).toBeNull();
  });

  it('rounds a crooked stack pointer up to the next word', () => {
    const crooked = { ...frame, stackPointer: frame.stackPointer + 5n };
    expect(callSite(crooked, words(1n, 0x401010n).subarray(5), text)).toBe(10);
  });

  it('takes the byte before RIP for a call, and RIP itself for a signal', () => {
    const inText = { ...frame, instructionPointer: 0x401010n };
    expect(callSite(inText, new Uint8Array(), text)).toBe(10);
    expect(signalSite({ ...frame, instructionPointer: 0x40101fn }, new Uint8Array(), text)).toBe(
      20,
    );
  });
});
