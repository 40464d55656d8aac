import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { serverAt } from '../../../../site/embed/check/server.ts';

let close = () => undefined as unknown;
afterEach(() => close());

async function serve(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  close = () => server.close();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const request = { language: 'c', source: '' } as const;
const silent = () => undefined;

it('comes back when the server says, and takes its answer then', async () => {
  let asked = 0;
  const address = await serve((_, response) => {
    const isLater = ++asked > 1;
    response.writeHead(isLater ? 200 : 429, { 'retry-after': '0.01' });
    response.end(JSON.stringify(isLater ? { compiled: true, diagnostics: [] } : {}));
  });
  expect(await serverAt(address, silent).check(request)).toMatchObject({ compiled: true });
});

it('says why there is no answer', async () => {
  const address = await serve((incoming, response) => {
    response.writeHead(incoming.url === '/api/v1/checks' ? 503 : 404);
    response.end(JSON.stringify({ title: 'Not ready', detail: 'Come later.' }));
  });
  const server = serverAt(address, silent);
  await expect(server.names()).rejects.toThrow(/is no live-man server/);
  await expect(server.check(request)).rejects.toThrow(
    'The server refuses to check: Not ready. Come later.',
  );
  await expect(serverAt(new URL('http://127.0.0.1:1'), silent).names()).rejects.toThrow(
    /^No answer from http:\/\/127\.0\.0\.1:1: /,
  );
});
