import type { RunRequest } from '../../../playground-server/protocol/index.ts';

/** The command that asks for the same run from a shell, its events as they come (-N). */
export function curlCommand(url: string, request: RunRequest): string {
  const body = shellQuoted(JSON.stringify(request));
  return `curl -N -H 'content-type: application/json' --data-raw ${body} ${shellQuoted(url)}`;
}

/** Between single quotes a POSIX shell changes nothing; the quote itself stands outside of them. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
