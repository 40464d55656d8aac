import { closeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { closePipe, openBlockingPipe, openPipe, type Pipe } from '../linux/pipe.ts';
import { openSocketPair } from '../linux/socket-pair.ts';
import type { SandboxPlan } from './plan.ts';

/** The pipes between the server and one sandbox. */
export interface SandboxPipes {
  stdin: Pipe | null;
  /** standard input instead, of which the server's end is the one for writing */
  socket: Pipe | null;
  stdout: Pipe;
  stderr: Pipe;
  /** bubblewrap reports here what it made, and keeps it open until it ends */
  status: Pipe;
  /** the program is held until something arrives here */
  hold: Pipe;
  /** one for each provided file of the plan */
  files: Pipe[];
}

/** Opens all of them, or throws and leaves none open. */
export function openSandboxPipes(plan: SandboxPlan): SandboxPipes {
  const made: Pipe[] = [];
  const make = (open: () => Pipe): Pipe => {
    const pipe = open();
    made.push(pipe);
    return pipe;
  };
  try {
    return {
      stdin: plan.stdin === 'pipe' ? make(openBlockingPipe) : null,
      socket: plan.stdin === 'socket' ? make(openSocket) : null,
      stdout: make(openPipe),
      stderr: make(openPipe),
      status: make(openPipe),
      hold: make(openBlockingPipe),
      files: plan.steps
        .filter(({ kind }) => kind === 'provided-file')
        .map(() => make(openBlockingPipe)),
    };
  } catch (error) {
    made.forEach(closePipe);
    throw error;
  }
}

function openSocket(): Pipe {
  const { ours, theirs } = openSocketPair();
  return { readFd: theirs, writeFd: ours };
}

/** The sandbox's side, in the order of `descriptors` of render.ts. */
export function theirEnds(
  { stdin, socket, stdout, stderr, status, hold, files }: SandboxPipes,
  own: { nothing: number; filter: number },
): number[] {
  return [
    (stdin ?? socket)?.readFd ?? own.nothing,
    stdout.writeFd,
    stderr.writeFd,
    status.writeFd,
    hold.readFd,
    own.filter,
    ...files.map(({ readFd }) => readFd),
  ];
}

/** For use once the sandbox has its side. */
export function closeTheirEnds(pipes: SandboxPipes): void {
  const { stdin, socket, stdout, stderr, status, hold, files } = pipes;
  for (const { writeFd } of [stdout, stderr, status]) closeSync(writeFd);
  for (const pipe of [stdin, socket, hold, ...files]) if (pipe) closeSync(pipe.readFd);
}

/** Streams into the pipes from which the sandbox reads. */
export function writeEnds({ stdin, hold, files }: SandboxPipes) {
  return {
    stdin: stdin && writeTo(stdin),
    hold: writeTo(hold),
    files: files.map(writeTo),
  };
}

/** Ignores errors: a killed sandbox breaks the pipe, and how it ended is reported elsewhere. */
function writeTo({ writeFd }: Pipe): Writable {
  const stream = new Socket({ fd: writeFd, readable: false, writable: true });
  stream.on('error', () => undefined);
  return stream;
}
