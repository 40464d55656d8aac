import type { RunRequest } from '../../../playground-server/protocol/index.ts';

/** The command that requests the same run from a shell, and shows events as they arrive (-N). */
export function curlCommand(url: string, request: RunRequest): string {
  const body = shellQuoted(JSON.stringify(request));
  return `curl -N -H 'content-type: application/json' --data-raw ${body} ${shellQuoted(url)}`;
}

/**
 * A POSIX shell changes nothing between single quotes; a single quote itself has to stay outside.
 */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
