import { languages } from '../playground-server/protocol/language-table.ts';
import { scratches } from '../playground-server/protocol/scratch.ts';
import { tapes, usualTape } from '../playground-server/protocol/tape.ts';
import { users } from '../playground-server/protocol/user.ts';
import { exitStatus } from './exit-status.ts';
import { standardServer } from './parse-command.ts';

/** What `live-man --help` prints. */
export const help = `Run a program on a live-man server, and see its system calls as strace(1) prints them.

  live-man run FILE [options] [ARGUMENTS of the program]

FILE is "-" for standard input. Arguments that begin with "-" come after "--".

  -s, --server URL       the server; else $LIVE_MAN_SERVER, else ${standardServer}
  -l, --language NAME    ${languages.join(' or ')}; else the name of the file tells it
  -k, --kernel ID        the kernel to run on, as the server's /api/v1/kernels lists them
      --tape CALLS       the calls to tell: ${tapes.join(', ')}; ${usualTape} unless told
      --scratch KIND     file system to work in: ${scratches.join(', ')}
      --stdin FILE       what the program reads; "-" for standard input
      --inject RULE      answer as asked, e.g. io_submit:error=EAGAIN:when=2 (strace's notation)
      --user NAME        on a kernel of its own: ${users.join(' or ')}
  -t, --times            calls as strace -f -ttt -T writes them
      --json             the events as they come, one a line, on standard output
  -h, --help             this text

Standard output is the program's. The tape, the compiler's messages and the program's standard
error go to standard error; the number before a call is its line. Ctrl-C cancels the run.

Exit status: the program's, and 128 + n if signal n ended it. ${exitStatus.limit}: a limit of the playground
ended it. ${exitStatus.noRun}: nothing ran, and a sentence says why. ${exitStatus.notCompiled}: it does not compile.
`;
