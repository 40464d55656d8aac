import { closeSync } from 'node:fs';
import { closePipe, openPipe, type Pipe } from '../linux/pipe.ts';

/** Where a sandboxed program writes to. */
export interface OutputPipes {
  stdout: Pipe;
  stderr: Pipe;
}

/** Makes both pipes, or throws and leaves neither. */
export function openOutputPipes(): OutputPipes {
  const stdout = openPipe();
  try {
    return { stdout, stderr: openPipe() };
  } catch (error) {
    closePipe(stdout);
    throw error;
  }
}

/** Closes one side of both. */
export function closeOutputPipes({ stdout, stderr }: OutputPipes, side: keyof Pipe): void {
  for (const pipe of [stdout, stderr]) closeSync(pipe[side]);
}
