import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's page, on an origin of its own: another port is another origin. */
export interface TutorialSite {
  url: string;
  close(): void;
}

/**
 * Serves a tutorial that embeds from `playground`, under a policy of its own.
 *
 * @param body of its only page, or of each by its path
 * @param script what its author wrote to have the tag
 * @param headers of each page, beside its policy
 */
export async function serveTutorial(
  playground: string,
  body: string | ((path: string) => string),
  script = `<script src="${playground}/embed.js" async></script>`,
  headers: Readonly<Record<string, string>> = {},
): Promise<TutorialSite> {
  const page = (
    path: string,
  ) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>A tutorial</title>
    <style>iframe { border: 9px solid red } p { margin: 1rem 0 }</style>
    <body>${script}${typeof body === 'string' ? body : body(path)}${script}</body></html>`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${playground}; frame-src ${playground}`;
  const server = createServer(({ url = '/' }, response) => {
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': policy,
      ...headers,
    });
    response.end(page(url));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
