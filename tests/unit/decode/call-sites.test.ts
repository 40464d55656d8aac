import { describe, expect, it } from 'vitest';
import { fixtureSource } from './compile-program.ts';
import { tracedSites } from './traced-sites.ts';

const linesOf = (source: string, options: readonly string[] = []) =>
  tracedSites(source, options).map(({ line }) => line);

/** The lines that the program itself announces: "call 4" is on line 24. */
function saidLines(source: string): number[] {
  const said: number[] = [];
  source.split('\n').forEach((line, index) => {
    for (const [, call] of line.matchAll(/\bcall (\d+)\b(?=.*\*\/)/g))
      said[Number(call) - 1] = index + 1;
  });
  return said;
}

describe('the line of a call', () => {
  it.each(['-gdwarf-5', '-gdwarf-4'])('is found for every call of libaio with %s', (format) => {
    const source = fixtureSource('libaio-call-sites.c');
    const said = saidLines(source);
    expect(said).toHaveLength(6);
    expect(linesOf(source, [format])).toEqual(said);
  });

  it('is found in macros, helpers, inline assembly and headers, and behind #line', () => {
    const source = fixtureSource('call-sites.c');
    const said = saidLines(source);
    expect(said).toHaveLength(9);
    // After the last loop: #line, a call, #line, a call.
    const last = Math.max(...said);
    expect(linesOf(source)).toEqual([...said, last + 2, last + 4]);
  });

  it('is found where functions keep no frame pointer', () => {
    const source = fixtureSource('libaio-call-sites.c');
    expect(linesOf(source, ['-fomit-frame-pointer'])).toEqual(saidLines(source));
  });

  it('is none, and never a wrong one, in a program without unwind tables', () => {
    const source = fixtureSource('libaio-call-sites.c');
    const without = linesOf(source, ['-fno-asynchronous-unwind-tables']);
    // libaio's function itself still says where it was called.
    expect(without).toEqual(saidLines(source));
    expect(new Set(linesOf(source, ['-Wl,--no-eh-frame-hdr', '-g0']))).toEqual(new Set([null]));
  });
});

it('tells calls through libaio from calls through syscall(2)', () => {
  const conventions = (name: string) =>
    new Set(tracedSites(fixtureSource(name)).map(({ convention }) => convention));
  expect(conventions('libaio-call-sites.c')).toEqual(new Set(['libaio']));
  expect(conventions('call-sites.c')).toEqual(new Set(['syscall']));
});
