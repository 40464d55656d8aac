import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  programCallSites,
  type CallSite,
  type Standpoint,
} from '../../../playground-server/decode/lines/call-sites.ts';
import { lineRegions } from '../../../playground-server/snippet/line-regions.ts';
import { programText } from '../../../playground-server/decode/lines/program-text.ts';
import { libraryCode } from '../../../playground-server/decode/unwind/code-finder.ts';
import { registerCount } from '../../../playground-server/decode/unwind/frame.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';
import { compileProgram, fixturePath } from './compile-program.ts';

let dumper: string | undefined;

/** The program that shows where others stand; compiled when a file of tests first needs it. */
function framesDumper(): string {
  if (dumper === undefined || !existsSync(dumper)) {
    dumper = join(temporaryFolder('decode'), 'dump-frames');
    execFileSync('gcc', ['-o', dumper, fixturePath('dump-frames.c')]);
  }
  return dumper;
}

/** Runs a program, and gives what each of its AIO calls shows of where it was made. */
export function standpoints(program: string): Standpoint[] {
  const told = execFileSync(framesDumper(), [program], { encoding: 'utf8' });
  return told.trimEnd().split('\n').map(readStandpoint);
}

function readStandpoint(line: string): Standpoint {
  const words = line.split(' ');
  const mappings = words.slice(registerCount + 1).map((word) => {
    const [start, end, offset, path = ''] = word.split(':');
    return {
      start: BigInt(`0x${start}`),
      end: BigInt(`0x${end}`),
      offset: Number(`0x${offset}`),
      path,
    };
  });
  return {
    frame: words.slice(0, registerCount).map((word) => BigInt(`0x${word}`)),
    stack: Buffer.from(words[registerCount] ?? '', 'hex'),
    code: {
      at: (address) => mappings.find(({ start, end }) => address >= start && address < end) ?? null,
    },
  };
}

/** Libraries of this machine; the vDSO, which is no file, leads to none of these calls. */
export const library = (path: string) =>
  path.startsWith('/') ? libraryCode(readFileSync(path)) : null;

/** Where each AIO call of a source was made, as the playground reports it. */
export function tracedSites(source: string, options: readonly string[] = []): CallSite[] {
  const program = compileProgram(source, options);
  const text = programText(readFileSync(program), lineRegions(source.split('\n'), 'snippet.c'));
  if (text === null) throw new Error('the program was not understood');
  const sites = programCallSites(text, library);
  return standpoints(program).map((at) => sites.call(at));
}
