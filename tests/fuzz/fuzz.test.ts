import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import { programComplaints } from './program-complaints.ts';
import { testEngine } from '../tracees/oracle/run-on-engine.ts';
import { generateProgram } from './generate-program.ts';
import { mutateCase } from './mutate-case.ts';
import { hangAfterMs, tryProgram } from './try-program.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close(0));

/** For this many programs, strace reports lines as well; `npm run fuzz` asks for those of all. */
const withStacks = 10;

/** `npm run fuzz` goes on where these seeds end. */
const ten = (_: unknown, index: number) => ({ first: index * 10 + 1, last: index * 10 + 10 });

describe('the tape equals strace', () => {
  it.concurrent.for(Array.from({ length: 5 }, ten))(
    'on the random programs of seeds $first to $last',
    async ({ first, last }) => {
      for (let seed = first; seed <= last; seed++) {
        const strace = seed <= withStacks ? 'stacks' : 'calls';
        const trial = await tryProgram(engine, generateProgram(seed), programComplaints, {
          strace,
          wallTimeMs: hangAfterMs.program,
        });
        expect({ seed, ...trial }).toEqual({ seed, kind: 'equal', calls: expect.any(Number) });
      }
    },
  );

  it.concurrent.for(Array.from({ length: 1 }, ten))(
    'on the mutants of the cases of seeds $first to $last that do the same twice',
    async ({ first, last }) => {
      const kinds = [];
      for (let seed = first; seed <= last; seed++) {
        const watch = { strace: 'calls', wallTimeMs: hangAfterMs.mutant } as const;
        kinds.push((await tryProgram(engine, mutateCase(seed), () => [], watch)).kind);
      }
      expect(kinds).not.toContain('different');
      expect(kinds).toContain('equal');
    },
  );
});
