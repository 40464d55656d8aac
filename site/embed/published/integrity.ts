import { createHash } from 'node:crypto';

/** What the attribute `integrity` says of a script, so that browsers refuse any other. */
export const integrityOf = (script: string): string =>
  `sha384-${createHash('sha384').update(script).digest('base64')}`;
