import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inlineScriptHashes } from '../../../../site/script-hashes.ts';
import { testApp } from '../test-app.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

let dist: string;
beforeAll(() => {
  dist = temporaryFolder('policy');
});

/** The directives of the answer to a path, by name. */
async function policy(path: string, app = testApp(undefined, dist).app) {
  const header = (await app.request(path)).headers.get('content-security-policy') ?? '';
  return Object.fromEntries(
    header.split('; ').map((directive) => directive.split(/ (.*)/, 2)),
  ) as Record<string, string>;
}

describe('the content policy', () => {
  it('lets nobody frame a page', async () => {
    for (const path of ['/', '/en/man2/io_setup/', '/api/v1/limits', '/embed/', '/en/embedding/'])
      expect(await policy(path)).toMatchObject({ 'frame-ancestors': "'none'" });
  });

  it('lets whom the operator names frame the pages that are made for it', async () => {
    expect(await policy('/fr/embed/io_setup-first/')).toMatchObject({
      'frame-ancestors': "'self' https://tutorial.example",
    });
  });

  it('never lets a page run what was not built into it', async () => {
    const { 'script-src': scripts } = await policy('/en/embed/');
    expect(scripts).toBe("'self' 'wasm-unsafe-eval'");
  });

  it('lets the inline scripts of the build run, and of the next build as well', async () => {
    const { app } = testApp(undefined, dist);
    const list = join(dist, 'script-hashes.json');
    writeFileSync(list, JSON.stringify(["'sha256-a='"]));
    expect((await policy('/', app))['script-src']).toMatch(/ 'sha256-a='$/);
    writeFileSync(list, JSON.stringify(["'sha256-b='"]));
    utimesSync(list, 1, 1);
    expect((await policy('/', app))['script-src']).toMatch(/'wasm-unsafe-eval' 'sha256-b='$/);
  });
});

describe('the list of inline scripts', () => {
  it('names each once, in the way of browsers', () => {
    const page = '<script>a()</script><p></p><script type="module">\nb()\n</script>';
    // printf 'a()' | openssl dgst -sha256 -binary | base64
    expect(inlineScriptHashes([page, page])).toEqual([
      "'sha256-NlXKTQe8YfLmZqnEm5aXK1Lb/1wWgkKgNs+lNRY6yOo='",
      "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='",
    ]);
  });

  it('leaves out data and files', () => {
    const page = '<script type="application/json">{}</script><script src="/a.js"></script>';
    expect(inlineScriptHashes([page])).toEqual([]);
  });
});
