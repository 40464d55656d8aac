import { closeSync } from 'node:fs';
import { closePipe, openBlockingPipe, openPipe, type Pipe } from '../../linux/pipe.ts';

/** The server's ends of the pipes to one child of a zygote. */
export interface ChildPipes {
  rest: number;
  output: number;
  messages: number;
  status: number;
}

/**
 * Opens them and passes on the child's ends, in the order in which zygote.c has them. Throws what
 * `send` throws, or LibcError if there is no descriptor left, and leaves none open.
 */
export function connectChild(send: (childs: readonly number[]) => void): ChildPipes {
  const made: Pipe[] = [];
  try {
    made.push(openBlockingPipe());
    while (made.length < 4) made.push(openPipe());
    const [rest, output, messages, status] = made as [Pipe, Pipe, Pipe, Pipe];
    const childs = [rest.readFd, output.writeFd, messages.writeFd, status.writeFd];
    send(childs);
    for (const fd of childs) closeSync(fd);
    return {
      rest: rest.writeFd,
      output: output.readFd,
      messages: messages.readFd,
      status: status.readFd,
    };
  } catch (error) {
    made.forEach(closePipe);
    throw error;
  }
}
