import type { IncomingHttpHeaders } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { serveLocally, type LocalServer } from '../../local-server.ts';

/** An agent is identified by exactly one of these (xAPI 1.0.3, Data, 2.4.2.3). */
const agentSchema = z.intersection(
  z.object({ objectType: z.literal('Agent').optional(), name: z.string().optional() }),
  z.xor([
    z.object({ mbox: z.string().regex(/^mailto:[^@\s]+@[^@\s]+$/) }),
    z.object({ mbox_sha1sum: z.hex().length(40) }),
    z.object({ openid: z.url() }),
    z.object({ account: z.strictObject({ homePage: z.url(), name: z.string() }) }),
  ]),
);

/** What a record store accepts as a statement, as far as a page of a tutorial makes one: Data, 2.2. */
export const statementSchema = z.strictObject({
  actor: agentSchema,
  verb: z.strictObject({ id: z.url(), display: z.record(z.string(), z.string()).optional() }),
  object: z.strictObject({ objectType: z.literal('Activity').optional(), id: z.url() }),
  context: z.strictObject({ registration: z.uuid().optional() }).optional(),
});

interface Told {
  path: string;
  headers: IncomingHttpHeaders;
  statement: unknown;
}

/** A learning record store on an origin of its own, which lets pages of other origins write to it. */
export async function startRecordStore(): Promise<
  LocalServer & {
    /** The first statement that was posted. */
    told: Promise<Told>;
  }
> {
  const { promise: told, resolve } = Promise.withResolvers<Told>();
  const server = await serveLocally((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader(
      'access-control-allow-headers',
      'authorization, content-type, x-experience-api-version',
    );
    if (request.method !== 'POST') {
      response.writeHead(204).end();
      return;
    }
    void json(request).then((statement) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('["0d8f6f3e-2f4e-4f6c-9b1e-4f5b8f0a1c2d"]');
      resolve({ path: request.url ?? '', headers: request.headers, statement });
    });
  });
  return { ...server, told };
}
