import { serveLocally, type LocalServer } from '../../local-server.ts';

/**
 * Serves somebody else's tutorial that embeds from `playground`, under a policy of its own.
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
): Promise<LocalServer> {
  const page = (
    path: string,
  ) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>A tutorial</title>
    <style>iframe { border: 9px solid red } p { margin: 1rem 0 }</style>
    <body>${script}${typeof body === 'string' ? body : body(path)}${script}</body></html>`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${playground}; frame-src ${playground}`;
  return serveLocally(({ url = '/' }, response) => {
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': policy,
      ...headers,
    });
    response.end(page(url));
  });
}
