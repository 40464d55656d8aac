import { z } from 'zod';

const allowed = 'must be the http:// or https:// address of an OTLP collector, without /v1/traces';

/** Where traces go, in OpenTelemetry's terms; null if they are not collected. */
export const collectorAddress = z
  .string()
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), allowed)
  .refine((text) => !text.includes('/v1/traces'), allowed)
  .optional()
  .transform((text) => text ?? null);
