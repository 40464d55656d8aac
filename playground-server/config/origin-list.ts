import { z } from 'zod';

const allowed = 'must be *, or origins such as https://example.org with spaces between';

/** Origins as browsers write them, without a path; or `*`, alone, for all of them. */
export const originList = z
  .string()
  .default('')
  .transform((text, context): readonly string[] => {
    const origins = text.split(/\s+/).filter(Boolean);
    if (text.trim() !== '*' && !origins.every(isOrigin)) context.addIssue(allowed);
    return origins;
  });

const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.parse(text)?.origin === text;
