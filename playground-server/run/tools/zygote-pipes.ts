import { closeSync } from 'node:fs';
import type { ChildFiles, Descriptor } from '../../compile/tool.ts';
import { closePipe, openBlockingPipe, openPipe, type Pipe } from '../../linux/pipe.ts';

/** The server's ends of the pipes to one child of a zygote; null where the child was given another. */
export interface ChildPipes {
  rest: number | null;
  output: number | null;
  messages: number;
  status: number;
}

/** Both ends of what a child reads or writes. */
interface Ends<Ours> {
  childs: number;
  ours: Ours;
}

/**
 * Opens the pipes and passes on the child's ends, in the order in which zygote.c has them. Throws what
 * `send` throws, or LibcError if there is no descriptor left, and leaves none open.
 */
export function connectChild(
  files: ChildFiles,
  send: (childs: readonly number[]) => void,
): ChildPipes {
  const made: Pipe[] = [];
  const open = (opened: Pipe): Pipe => (made.push(opened), opened);
  const toChild = (): Ends<number> => {
    const { readFd, writeFd } = open(openBlockingPipe());
    return { childs: readFd, ours: writeFd };
  };
  const fromChild = (): Ends<number> => {
    const { readFd, writeFd } = open(openPipe());
    return { childs: writeFd, ours: readFd };
  };
  try {
    const rest = files.rest instanceof Uint8Array ? toChild() : onlyTheirs(files.rest);
    const output = files.output ? onlyTheirs(files.output) : fromChild();
    const [messages, status] = [fromChild(), fromChild()];
    send([rest, output, messages, status].map(({ childs }) => childs));
    const piped = [rest, output, messages, status].filter(({ ours }) => ours !== null);
    for (const { childs } of piped) closeSync(childs);
    return {
      rest: rest.ours,
      output: output.ours,
      messages: messages.ours,
      status: status.ours,
    };
  } catch (error) {
    made.forEach(closePipe);
    throw error;
  }
}

const onlyTheirs = ({ fd }: Descriptor): Ends<null> => ({ childs: fd, ours: null });
