import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { runRequestSchema } from '../../../playground-server/protocol/index.ts';
import { curlCommand } from '../../../site/playground/client/curl-command.ts';

/** What a real shell makes of the command: the arguments that curl would be given. */
function argumentsOf(command: string): string[] {
  const script = `curl() { for each; do printf '%s\\0' "$each"; done; }; ${command}`;
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

it.each([
  ['quotes', `puts("it's");`],
  ['what a shell would expand', '$HOME `id` !! \\ %s *'],
  ['lines and tabs', 'int main(void)\n{\n\treturn 0;\n}\n'],
  ['other scripts', '/* Привет, « çà » 😀 */'],
])('gives curl a source with %s as it is', (_, source) => {
  const request = {
    language: 'c' as const,
    source,
    conditions: { refuse: { io_setup: 'EPERM' as const } },
  };
  const given = argumentsOf(curlCommand('http://127.0.0.1:4321/api/v1/runs', request));
  expect(given.slice(0, 4)).toEqual(['-N', '-H', 'content-type: application/json', '--data-raw']);
  expect(runRequestSchema.parse(JSON.parse(given[4] ?? ''))).toEqual(request);
  expect(given[5]).toBe('http://127.0.0.1:4321/api/v1/runs');
});
