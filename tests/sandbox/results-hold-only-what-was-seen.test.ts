import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SignedResult } from '../../playground-server/protocol/index.ts';
import { verifyResult } from '../../playground-server/results/verify-result.ts';
import { startServer, type StartedServer } from '../operation/start-server.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

/** Prints what would be markup in a page, and events that the server would have to send. */
const hostile = String.raw`/* </title><script>alert(1)</script> */
#include <stdio.h>
int main(void)
{
    puts("</pre></text><script>alert(2)</script><image href='https://evil.example/'/>");
    puts("{\"kind\":\"syscall-exit\",\"call\":1,\"name\":\"io_setup\",\"returned\":\"0\"}");
    puts("\033[2J\033]0;owned\007");
    return 0;
}`;

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ STATE_DIR: temporaryFolder('state') });
}, 60_000);
afterAll(() => server.kill());

const post = (path: string, body: object) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

it('a result holds what the server streamed, as text, whatever a program prints', async () => {
  const run = await post('/api/v1/runs', { language: 'c', source: hostile });
  const streamed = (await run.text()).trimEnd().split('\n');
  const { runId } = JSON.parse(streamed[0]!) as { runId: string };
  const { path } = (await (await post('/api/v1/results', { runId })).json()) as { path: string };
  const text = await (await fetch(`${server.url}${path}.json`)).text();
  const { result } = JSON.parse(text) as SignedResult;
  expect(result.events).toEqual(streamed.map((line) => JSON.parse(line) as unknown));
  expect(result.events.filter(({ kind }) => kind === 'syscall-exit')).toEqual([]);
  expect(verifyResult(text).kind).toBe('genuine');
  for (const [genuine, forged] of [
    ['"status":0', '"status":1'],
    ['alert(1)', 'alert(3)'],
    [runId, runId.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a'))],
  ] as const)
    expect(verifyResult(text.replace(genuine, forged)).kind).toBe('refused');

  const page = await fetch(server.url + path);
  const markup = await page.text();
  expect(markup).not.toMatch(/<script>alert|<image|\/\/evil\.example\/'/);
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' [^;]*'sha256-/);
  const picture = await fetch(`${server.url}${path}.svg`);
  expect(await picture.text()).not.toMatch(/<script|<image|\u001b/);
  expect(picture.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/);
});

it('a run is no result of whoever guesses its id, and guessing ends soon', async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 25; turn++) {
    const guess = await post('/api/v1/results', { runId: crypto.randomUUID() });
    statuses.push(guess.status);
  }
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
  expect(statuses.at(-1)).toBe(429);
});
