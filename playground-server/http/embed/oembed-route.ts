import { z } from '@hono/zod-openapi';
import { describeIssue } from '../../snippet/describe-issue.ts';
import { reject } from '../../snippet/rejection.ts';
import { crossOrigin } from '../runs/cross-origin.ts';
import { embedExamplesOf } from './embed-examples.ts';
import { findEmbeddable } from './embeddable.ts';
import { oembedResponse } from './oembed.ts';
import { problemResponse } from '../problem-response.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';

/** Larger than any screen. */
const unbounded = '10000';
const pixels = z
  .string()
  .default(unbounded)
  .refine((text) => /^[1-9]\d{0,4}$/.test(text), 'a whole number of pixels is expected')
  .transform(Number);

const querySchema = z.object({
  url: z.url('the whole address of a page of this site is expected'),
  format: z.string().default('json'),
  maxwidth: pixels,
  maxheight: pixels,
});

/** `GET /oembed?url=…`: how to embed what stands at an address of this site (https://oembed.com). */
export function addOembedRoute(app: App, { config }: Pick<ServerParts, 'config'>): void {
  const builtExamples = embedExamplesOf(config.distDir);
  app.use('/oembed', crossOrigin(['*']));
  app.get('/oembed', (c) => {
    const query = querySchema.safeParse(c.req.query());
    const issue = query.error?.issues[0];
    if (issue || !query.data) {
      return problemResponse(reject('malformed-request', issue ? describeIssue(issue) : ''));
    }
    const { url, format, maxwidth, maxheight } = query.data;
    // The status that the specification asks for.
    if (format !== 'json') return c.text('This site speaks JSON only: format=json.\n', 501);
    const address = new URL(url);
    const examples = builtExamples();
    const found = isOwn(address, c, config.siteHost) ? findEmbeddable(address, examples) : null;
    if (!found) {
      const detail = `Nothing at ${url.slice(0, 200)} can be embedded. Give the address of an example.`;
      return problemResponse(reject('not-found', detail));
    }
    const wanted = { maxWidth: maxwidth, maxHeight: maxheight };
    const answer = oembedResponse(address.origin, found, examples, wanted);
    return c.json(answer, 200, { 'cache-control': `public, max-age=${answer.cache_age}` });
  });
}

/** Ignores the scheme: a proxy that ends TLS changes it, and at best keeps the host. */
const isOwn = (address: URL, c: AppContext, siteHost: string): boolean =>
  /^https?:$/.test(address.protocol) && [new URL(c.req.url).host, siteHost].includes(address.host);
