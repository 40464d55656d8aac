import { readFile } from 'node:fs/promises';
import { type CCommands, librariesOf, linkerInputs, preloadCommands } from './c-commands.ts';
import type { RunTool, Stage, ToolJob, ToolOutcome, ZygoteJob } from './tool.ts';

const script = await readFile(new URL('build-c.sh', import.meta.url), 'utf8');
const guestSource = await readFile(new URL('line-buffered-stdout.c', import.meta.url));
const zygoteSource = await readFile(new URL('zygote.c', import.meta.url));

/** Of our own files, beside a snippet: by no name that it would give a header. */
const folder = '.live-man';
/** As zygote.c knows it. Not in the folder, where "" of the snippet would be looked for then. */
const restName = '.live-man-rest';
const guestObject = `/work/${folder}/line-buffered-stdout.o`;
const encoder = new TextEncoder();

/** The jobs that build one snippet: whole, or by the children of three zygotes. */
export interface CBuild {
  whole(source: string): ToolJob;
  /** a compiler that stays behind a preamble */
  compiler(preamble: string): ZygoteJob;
  assembler: ZygoteJob;
  /** Linker arguments for the libraries of a snippet. */
  libraries(source: string): string;
  /** a linker that stays behind these */
  linker(libraries: string): ZygoteJob;
}

const inWork = (name: string, bytes: Uint8Array) => ({ path: `/work/${name}`, bytes });
const ownFile = (name: string, bytes: Uint8Array) => inWork(`${folder}/${name}`, bytes);

/** A file, not an argument: whoever lists the host's processes would see all of it. */
const job = (mode: 'here' | Stage, commands: CCommands, ...files: ToolJob['files']): ToolJob => ({
  argv: ['/bin/sh', `/work/${folder}/build-c.sh`, mode],
  files: [ownFile('build-c.sh', encoder.encode(`${assignments(commands)}\n${script}`)), ...files],
});

const assignments = ({ fileName, cc1, as, ld }: CCommands): string =>
  Object.entries({ snippet: fileName, cc1, as, ld })
    .map(([name, value]) => `${name}='${value}'`)
    .join('\n');

const inputs = (libraries: string, commands: CCommands) =>
  ownFile('inputs', encoder.encode(`${linkerInputs(libraries, commands)}\n`));

/** Builds something of our own; throws if the toolchain cannot do even that. */
async function buildOwn(
  commands: CCommands,
  source: Uint8Array,
  runTool: RunTool,
): Promise<Uint8Array> {
  const files = [inWork(commands.fileName, source), inputs('', commands)];
  const outcome = await runTool({
    ...job('here', commands, ...files),
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

/** What every program is linked with: an object without lines of its own. */
function buildGuestObject(commands: CCommands, runTool: RunTool): Promise<Uint8Array> {
  const withoutLines = { ...commands, cc1: commands.cc1.replace(' -g ', ' '), ld: '' };
  return buildOwn(withoutLines, guestSource, runTool);
}

/** Compiles what every build needs; throws if the toolchain cannot do even that. */
export async function createCBuild(commands: CCommands, runTool: RunTool): Promise<CBuild> {
  const linked = { ...commands, before: `${commands.before} ${guestObject}` };
  const guest = { path: guestObject, bytes: await buildGuestObject(commands, runTool) };
  const library = await buildOwn(await preloadCommands(), zygoteSource, runTool);
  const zygote = ownFile('zygote.so', library);
  const stay = (stage: Stage, ...files: ToolJob['files']): ZygoteJob => ({
    ...job(stage, linked, zygote, ...files),
    stage,
  });
  const snippet = (text: string) => inWork(commands.fileName, encoder.encode(text));
  const libraries = (source: string) => librariesOf(source, commands);
  return {
    whole: (source) =>
      job('here', linked, snippet(source), guest, inputs(libraries(source), linked)),
    compiler: (preamble) => stay('cc1', snippet(`${preamble}#include "${restName}"\n`)),
    assembler: stay('as'),
    libraries,
    linker: (words) => stay('ld', guest, inputs(words, linked)),
  };
}
