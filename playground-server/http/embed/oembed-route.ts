import { z } from '@hono/zod-openapi';
import { describeIssue } from '../../snippet/describe-issue.ts';
import { reject } from '../../snippet/rejection.ts';
import { crossOrigin } from '../runs/cross-origin.ts';
import { embedExamplesOf } from './embed-examples.ts';
import { findEmbeddable } from './embeddable.ts';
import { keptOembed } from './kept-oembed.ts';
import { oembedResponse, type OembedResponse, type Wanted } from './oembed.ts';
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

type Parts = Pick<ServerParts, 'config' | 'links' | 'results'>;

/** `GET /oembed?url=…`: how to embed what stands at an address of this site (https://oembed.com). */
export function addOembedRoute(app: App, parts: Parts): void {
  const { config } = parts;
  const builtExamples = embedExamplesOf(config.distDir);
  app.use('/oembed', crossOrigin(['*']));
  app.get('/oembed', async (c) => {
    const query = querySchema.safeParse(c.req.query());
    const issue = query.error?.issues[0];
    if (issue || !query.data) {
      return problemResponse(reject('malformed-request', issue ? describeIssue(issue) : ''));
    }
    const { url, format, maxwidth, maxheight } = query.data;
    // The status that the specification asks for.
    if (format !== 'json') return c.text('This site speaks JSON only: format=json.\n', 501);
    const address = new URL(url);
    const wanted = { maxWidth: maxwidth, maxHeight: maxheight };
    const answer = isOwn(address, c, config.siteHost) ? await answerFor(address, wanted) : null;
    if (!answer) {
      const detail = `Nothing at ${url.slice(0, 200)} can be embedded. Give the address of an example.`;
      return problemResponse(reject('not-found', detail));
    }
    return c.json(answer, 200, { 'cache-control': `public, max-age=${answer.cache_age}` });
  });

  async function answerFor(address: URL, wanted: Wanted): Promise<OembedResponse | null> {
    const examples = builtExamples();
    const found = findEmbeddable(address, examples);
    if (found) return oembedResponse(address.origin, found, examples, wanted);
    return keptOembed(address, parts, wanted);
  }
}

/** Ignores the scheme: a proxy that ends TLS changes it, and at best keeps the host. */
const isOwn = (address: URL, c: AppContext, siteHost: string): boolean =>
  /^https?:$/.test(address.protocol) && [new URL(c.req.url).host, siteHost].includes(address.host);
