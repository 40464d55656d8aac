import { parseArgs } from 'node:util';
import { serverAddress } from '../../../playground-server/protocol/client/server-address.ts';

/** What the command is asked to do. */
export type Asked =
  | {
      kind: 'check';
      /** A folder of pages, or one page. */
      path: string;
      /** Null for the one whose script the pages load. */
      server: URL | null;
      isStrict: boolean;
      format: 'lines' | 'json';
    }
  | { kind: 'help' }
  | { kind: 'wrong'; sentence: string };

const options = {
  server: { type: 'string', short: 's' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line; `args` is without Node and the script. */
export function parseOptions(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
): Asked {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return wrong((error as Error).message.replace(/\. .*$/s, '') + '.');
  }
  const { values, positionals } = parsed;
  const [path, more] = positionals;
  if (values.help || path === undefined) return { kind: 'help' };
  if (more !== undefined) return wrong('One folder at a time.');
  const written = values.server ?? env['LIVE_MAN_SERVER'];
  const server = written === undefined ? null : serverAddress(written);
  if (written !== undefined && server === null)
    return wrong('The server is to be an address such as https://live-man.example.');
  return {
    kind: 'check',
    path,
    server,
    isStrict: values.strict ?? false,
    format: values.json ? 'json' : 'lines',
  };
}

const wrong = (sentence: string): Asked => ({ kind: 'wrong', sentence });
