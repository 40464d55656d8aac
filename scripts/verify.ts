/**
 * Verifies a result of a playground server without a network: is it what the server signed?
 *
 *   npm run verify -- result.json                   /r/{id}.json, as it was downloaded
 *   npm run verify -- result.json --keys keys.json  and did that server sign it? /api/v1/results/keys of it
 *
 * Ends with status 0 if so, 1 if not, 2 if it cannot be told.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keySetSchema, type PublicKey, type Result } from '../playground-server/protocol/index.ts';
import { verifyResult } from '../playground-server/results/verify-result.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined || positionals.length > 1) {
  give(2, 'Name one file: npm run verify -- result.json [--keys keys.json]');
}
const keys = values.keys === undefined ? null : readKeys(values.keys);
const verdict = verifyResult(read(file));
if (verdict.kind === 'refused') give(1, `Not genuine: ${file}. ${verdict.why}`);
const { key, result } = verdict;
if (keys !== null && !keys.some(({ x }) => x === key.x)) {
  give(1, `Not genuine: ${file}. ${key.kid}, which signed it, is not among ${values.keys}.`);
}
give(0, 'Genuine: nothing in it was changed after it was signed.', ...told(result), keyLine(key));

/** What was verified, so that nobody has to believe another program's reading of the file. */
function told({ server, runId, ranAt, request, events }: Result): string[] {
  const accepted = events.find((event) => event.kind === 'accepted');
  const calls = events.filter(({ kind }) => kind === 'syscall-exit').length;
  const machine =
    accepted && `Linux ${accepted.environment.kernel}, ${accepted.environment.machine}`;
  return [
    `  server  ${server}`,
    `  ran     ${ranAt}${machine ? ` on ${machine}` : ''}`,
    `  run     ${runId}: ${request.language}, ${request.source.length} characters, ${calls} calls`,
  ].map(printable);
}

function keyLine({ kid }: PublicKey): string {
  if (keys !== null) return `  key     ${kid}, one of ${values.keys}`;
  return `  key     ${kid}. Whose it is, the file cannot prove: compare /api/v1/results/keys of the server.`;
}

/** A stranger's file must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '\ufffd');
}

function readKeys(path: string): PublicKey[] {
  try {
    return keySetSchema.parse(JSON.parse(read(path))).keys;
  } catch {
    return give(2, `${path} has no keys: save what /api/v1/results/keys of the server answers.`);
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return give(2, `${path} cannot be read: ${(error as Error).message}`);
  }
}

function give(status: number, ...lines: string[]): never {
  for (const line of lines) (status === 0 ? console.log : console.error)(line);
  process.exit(status);
}
