import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { run } from '../playground-server/protocol/client/run.ts';
import { RunBroken, RunRejected } from '../playground-server/protocol/client/run-error.ts';
import type { RunEvent } from '../playground-server/protocol/event.ts';
import type { RunRequest } from '../playground-server/protocol/run-request.ts';
import { snippetFile } from '../playground-server/protocol/language-table.ts';
import { timedStyle } from '../playground-server/protocol/transcript/timed-style.ts';
import { Transcript } from '../playground-server/protocol/transcript/transcript.ts';
import { exitStatus, statusOf } from './exit-status.ts';
import type { RunCommand } from './parse-command.ts';

/** The process that the command is, or what stands for it in a test. */
export type Terminal = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'once' | 'off'>;

/** Runs a file, tells the run as it happens, and gives the status to exit with. */
export async function runCommand(command: RunCommand, terminal: Terminal): Promise<number> {
  let request: RunRequest;
  try {
    request = await readRequest(command, terminal);
  } catch (error) {
    return refuse(terminal, `Cannot read the file: ${(error as Error).message}`);
  }

  const cancel = new AbortController();
  const interrupt = () => cancel.abort();
  terminal.once('SIGINT', interrupt);
  try {
    return await follow(command, request, cancel.signal, terminal);
  } catch (error) {
    if (cancel.signal.aborted) {
      // The terminal may have stood in the middle of a call.
      terminal.stderr.write('\nlive-man: The run was cancelled.\n');
      return exitStatus.interrupted;
    }
    return refuse(terminal, sentenceOf(error, command.server));
  } finally {
    terminal.off('SIGINT', interrupt);
  }
}

async function follow(
  { file, server, format }: RunCommand,
  request: RunRequest,
  signal: AbortSignal,
  terminal: Terminal,
) {
  const json = format === 'json';
  const tell = json ? () => undefined : teller(file, request, format, terminal);
  const received = (line: string) => void terminal.stdout.write(`${line}\n`);
  let status: number = exitStatus.noRun;
  const events = run(request, { server, signal, ...(json && { received }) });
  for await (const event of events) {
    tell(event);
    if (event.kind === 'finished') status = statusOf(event.outcome);
  }
  return status;
}

/** Writes events where they belong: a program's output is not to be mixed with its tape. */
function teller(
  file: string,
  { language, source }: RunRequest,
  format: RunCommand['format'],
  { stdout, stderr }: Terminal,
) {
  const transcript = new Transcript({
    file: file === '-' ? snippetFile(language) : file,
    source,
    merged: stdout.isTTY && stderr.isTTY,
    ...(format === 'times' && { style: timedStyle }),
  });
  return (event: RunEvent): void => {
    for (const { from, text } of transcript.tell(event)) {
      (from === 'stdout' ? stdout : stderr).write(text);
    }
  };
}

async function readRequest(command: RunCommand, { stdin }: Terminal): Promise<RunRequest> {
  const read = (file: string) => (file === '-' ? text(stdin) : readFile(file, 'utf8'));
  const source = await read(command.file);
  const input = command.stdin === null ? {} : { stdin: await read(command.stdin) };
  return { ...command.request, source, ...input };
}

function refuse({ stderr }: Terminal, sentence: string): number {
  stderr.write(`live-man: ${sentence}\n`);
  return exitStatus.noRun;
}

function sentenceOf(error: unknown, server: URL): string {
  if (error instanceof RunRejected) return error.message;
  if (!(error instanceof RunBroken)) throw error;
  return `No run from ${server.origin}: ${error.message}. Is a live-man there? --server names another.`;
}
