import { parseArgs } from 'node:util';
import { languageOfFile } from './language-of-file.ts';
import { serverAddress } from '../playground-server/protocol/client/server-address.ts';
import { readInjection } from '../playground-server/protocol/injection.ts';
import type { Conditions, RunRequest } from '../playground-server/protocol/run-request.ts';
import type { Tape } from '../playground-server/protocol/tape.ts';
import { languageNamed } from '../playground-server/protocol/language-names.ts';
import { fileEndings, languages } from '../playground-server/protocol/language-table.ts';

/** A snippet to be run, whose source has not been read yet. */
export interface RunCommand {
  kind: 'run';
  /** `-` for standard input. */
  file: string;
  request: Omit<RunRequest, 'source' | 'stdin'>;
  /** The file that the program reads, `-` for standard input; null for none. */
  stdin: string | null;
  server: URL;
  /** How the tape is told: line numbers, as strace -f -ttt -T, or the events as they come. */
  format: 'lines' | 'times' | 'json';
}

export type Command =
  | RunCommand
  | { kind: 'help' }
  /** What is wrong with the command line. */
  | { kind: 'wrong'; sentence: string };

/** Where a live-man listens unless told otherwise. */
export const standardServer = 'http://127.0.0.1:4321';

const options = {
  server: { type: 'string', short: 's' },
  language: { type: 'string', short: 'l' },
  kernel: { type: 'string', short: 'k' },
  tape: { type: 'string' },
  scratch: { type: 'string' },
  user: { type: 'string' },
  stdin: { type: 'string' },
  inject: { type: 'string', multiple: true },
  times: { type: 'boolean', short: 't' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line; `args` is without Node and the script. */
export function parseCommand(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
): Command {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Its own first sentence; the second tells of `--`, and so does the help.
    return wrong((error as Error).message.replace(/\. .*$/s, '') + '.');
  }
  const { values, positionals } = parsed;
  const [verb, file, ...words] = positionals;
  if (values.help || verb === undefined || verb === 'help') return { kind: 'help' };
  if (verb !== 'run') return wrong(`There is no command ${JSON.stringify(verb)}.`);
  if (file === undefined) return wrong('Which file is to be run? For standard input, say "-".');
  const stdin = values.stdin ?? null;
  if (file === '-' && stdin === '-')
    return wrong('Standard input is either the snippet or what it reads.');
  if (values.json && values.times) return wrong('--json and --times exclude each other.');

  const language =
    values.language === undefined ? languageOfFile(file) : languageNamed(values.language);
  if (language === undefined) return wrong(unknownLanguage(file, values.language));
  const server = serverAddress(values.server ?? env.LIVE_MAN_SERVER ?? standardServer);
  if (server === null)
    return wrong('The server is to be an address such as http://127.0.0.1:4321.');

  // Which of these there are, the server knows, and says in its answer.
  const { kernel, tape, scratch, user, inject } = values;
  const conditions = {
    ...(scratch && { scratch }),
    ...(user && { user }),
    ...(inject && { answer: inject.map(readInjection) }),
  } as Conditions;
  return {
    kind: 'run',
    file,
    stdin,
    request: {
      language,
      ...(kernel !== undefined && { kernel }),
      ...(tape !== undefined && { tape: tape as Tape }),
      ...(words.length > 0 && { arguments: words }),
      ...(Object.keys(conditions).length > 0 && { conditions }),
    },
    server,
    format: values.json ? 'json' : values.times ? 'times' : 'lines',
  };
}

const wrong = (sentence: string): Command => ({ kind: 'wrong', sentence });

function unknownLanguage(file: string, name: string | undefined): string {
  const known = languages.join(', ');
  if (name !== undefined) return `${JSON.stringify(name)} is none of the languages: ${known}.`;
  const ends = languages.flatMap(fileEndings).join(', ');
  return `The name of ${JSON.stringify(file)} does not tell its language (${ends}); --language does: ${known}.`;
}
