import { z } from 'zod';

const allowed = 'must be the http:// or https:// address of an OTLP collector, without /v1/traces';

/** Where traces go, as OpenTelemetry names it; null where nobody collects them. */
export const collectorAddress = z
  .string()
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), allowed)
  .refine((text) => !text.includes('/v1/traces'), allowed)
  .optional()
  .transform((text) => text ?? null);
