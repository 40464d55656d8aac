import { uiLanguages } from '../../protocol/index.ts';
import type { App } from '../server-parts.ts';

/** What is read a month later has to be fetched again: the contact may have changed. */
const validMs = 30 * 24 * 60 * 60 * 1000;

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a hole in this server. Without a contact, which
 * only its operator knows, there is no such file.
 */
export function addSecurityTxt(app: App, contact: string | null): void {
  if (contact === null) return;
  app.get('/.well-known/security.txt', (c) =>
    c.text(
      [
        `Contact: ${contact}`,
        `Expires: ${new Date(Date.now() + validMs).toISOString()}`,
        `Preferred-Languages: ${uiLanguages.join(', ')}`,
        '',
      ].join('\n'),
    ),
  );
}
