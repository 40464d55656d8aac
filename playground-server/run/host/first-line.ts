import { execFileSync } from 'node:child_process';

/** First line of a command's output; "unknown" if the command is missing. */
export function firstLine(command: string, ...args: string[]): string {
  try {
    const output = execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    return output.toString('utf8').split('\n')[0] || 'unknown';
  } catch {
    return 'unknown';
  }
}
