import { createReadStream, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { serveLocally, type LocalServer } from '../../tests/local-server.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Serves what a generator has built, as any host of static pages does. */
export const serveFolder = (folder: string): Promise<LocalServer> =>
  serveLocally(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = join(folder, pathname.replace(/\/$/, '/index.html'));
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile();
    if (!isFile) return response.writeHead(404).end();
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    return createReadStream(path).pipe(response);
  });
