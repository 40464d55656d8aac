import { readFile } from 'node:fs/promises';
import { type CCommands, librariesOf } from './c-commands.ts';
import type { SplitSource } from './preamble.ts';
import type { RunTool, ToolJob, ToolOutcome } from './tool.ts';

const script = await readFile(new URL('build-c.sh', import.meta.url), 'utf8');
const guestSource = await readFile(new URL('line-buffered-stdout.c', import.meta.url));

const guestObject = '/work/line-buffered-stdout.o';
const encoder = new TextEncoder();

/** The jobs that build one snippet: whole, or held after its preamble. */
export interface CBuild {
  whole(source: string): ToolJob;
  held(preamble: string): ToolJob;
  /** What a held job needs on its standard input. */
  rest(split: SplitSource, source: string): Uint8Array;
}

const scriptFile = '/work/build-c.sh';

/** A file, not an argument: whoever lists the host's processes would see all of it. */
const job = (mode: 'here' | 'held', commands: CCommands, snippet: Uint8Array): ToolJob => ({
  argv: ['/bin/sh', scriptFile, mode],
  files: [
    { path: scriptFile, bytes: encoder.encode(`${assignments(commands)}\n${script}`) },
    { path: `/work/${commands.fileName}`, bytes: snippet },
  ],
});

const assignments = ({ fileName, cc1, as, ld, before, after }: CCommands): string =>
  Object.entries({ snippet: fileName, cc1, as, ld, before, after })
    .map(([name, value]) => `${name}='${value}'`)
    .join('\n');

async function buildGuestObject(commands: CCommands, runTool: RunTool): Promise<Uint8Array> {
  const withoutLines = { ...commands, cc1: commands.cc1.replace(' -g ', ' '), after: '' };
  const outcome = await runTool({
    ...job('here', withoutLines, guestSource),
    signal: new AbortController().signal,
    isHeavy: false,
  });
  if (outcome.kind === 'exited' && outcome.status === 0) return outcome.stdout;
  throw new Error(`the C toolchain does not work inside the sandbox: ${reasonOf(outcome)}`);
}

function reasonOf(outcome: ToolOutcome): string {
  switch (outcome.kind) {
    case 'exited':
      return Buffer.from(outcome.stderr).toString('utf8').trim();
    case 'faulted':
      return causeOf(outcome).trim();
    case 'limit-exceeded':
      return `it reached its ${outcome.limit} limit`;
    case 'cancelled':
      return 'it was cancelled';
  }
}

const causeOf = ({ cause, message }: { cause?: unknown; message: string }): string =>
  cause instanceof Error || typeof cause === 'string' ? String(cause) : message;

/**
 * Compiles the object that every program is linked with; throws if the toolchain cannot do even
 * that.
 */
export async function createCBuild(commands: CCommands, runTool: RunTool): Promise<CBuild> {
  const linked = { ...commands, before: `${commands.before} ${guestObject}` };
  const guest = { path: guestObject, bytes: await buildGuestObject(commands, runTool) };
  const create = (mode: 'here' | 'held', text: string, ...files: ToolJob['files']): ToolJob => {
    const { argv, files: own } = job(mode, linked, encoder.encode(text));
    return { argv, files: [...own, guest, ...files] };
  };
  return {
    whole(source) {
      const libraries = encoder.encode(`${librariesOf(source, commands)}\n`);
      return create('here', source, { path: '/work/libraries', bytes: libraries });
    },
    held: (preamble) => create('held', `${preamble}#include "rest"\n`),
    rest: (split, source) => encoder.encode(`${librariesOf(source, commands)}\n${split.rest}`),
  };
}
