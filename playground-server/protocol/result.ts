import { z } from 'zod';
import { runEventSchema } from './event.ts';
import { linkIdSchema } from './link.ts';
import { runRequestSchema } from './run-request.ts';

/** The version of the format; a verifier refuses what it does not know. */
export const resultFormat = 'live-man-result/1';

/** A result's name: 96 bits of a hash of all that is signed. */
export const resultIdSchema = linkIdSchema;

/** The body of POST /api/v1/results. */
export const wantedResultSchema = z
  .strictObject({
    runId: z.string().min(1).max(64).describe('of the `accepted` event; whoever has it may share'),
  })
  .meta({ id: 'WantedResult' });

/** The answer to it, whether the result is new or was kept already. */
export const madeResultSchema = z
  .object({ id: resultIdSchema, path: z.string().describe('address on this server: /r/{id}') })
  .meta({ id: 'MadeResult' });

/** A run that was kept: what was asked for, when, and every event that came of it. */
export const resultSchema = z
  .object({
    format: z.literal(resultFormat),
    server: z.url().describe('public address of the server that made the run'),
    runId: z.string(),
    ranAt: z.iso.datetime().describe('when the request was accepted'),
    request: runRequestSchema,
    events: z.array(runEventSchema).min(1),
  })
  .meta({ id: 'Result' });

/** A public key (RFC 8037); `kid` is its thumbprint (RFC 7638). */
export const publicKeySchema = z
  .strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().regex(/^[\w-]{43}$/),
    kid: z.string().regex(/^[\w-]{43}$/),
  })
  .meta({ id: 'PublicKey' });

/** The keys with which a server signs results (RFC 7517). */
export const keySetSchema = z.object({ keys: z.array(publicKeySchema) }).meta({ id: 'KeySet' });

/** A result with the server's signature over the canonical JSON (RFC 8785) of `result`. */
export const signedResultSchema = z
  .strictObject({
    result: resultSchema,
    signature: z.strictObject({
      algorithm: z.literal('Ed25519'),
      key: publicKeySchema,
      value: z
        .string()
        .regex(/^[\w-]{86}$/)
        .describe('base64url'),
    }),
  })
  .meta({ id: 'SignedResult' });

export type Result = z.infer<typeof resultSchema>;
export type SignedResult = z.infer<typeof signedResultSchema>;
export type PublicKey = z.infer<typeof publicKeySchema>;
export type MadeResult = z.infer<typeof madeResultSchema>;
