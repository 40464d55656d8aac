import { messageVersion, parsePageMessage } from '../embed-message.ts';
import type { PageMessage } from '../embed-message.ts';
import { sayHeightInDialects } from './height-dialects.ts';

/** The page that embeds this one in a frame, if any. */
export interface ParentPage {
  sayHeight: (heightPx: number) => void;
  /** Tells a message of embed-message.ts or frame-events.ts, whose version is added. */
  tell: (message: object) => void;
}

/** A page that never speaks hears nothing: what it was not told is forgotten beyond these. */
const mostUnsent = 20;

/**
 * Talks to the embedding page. Any site may embed, so its origin is learned from its first message;
 * from then on we listen and talk to that origin only.
 */
export function parentPage(obey: (message: PageMessage) => void): ParentPage {
  let origin: string | null = null;
  let unsent: object[] = [];

  const send = (message: object, to: string) =>
    // A page without an origin (a file, a sandbox) can only be addressed by a wildcard.
    parent.postMessage({ liveMan: messageVersion, ...message }, to === 'null' ? '*' : to);

  const tell = (message: object) => {
    if (origin === null) unsent = [...unsent, message].slice(-mostUnsent);
    else send(message, origin);
  };

  if (parent !== window) {
    addEventListener('message', ({ source, origin: from, data }) => {
      const message = parsePageMessage(data);
      if (source !== parent || !message || (origin !== null && from !== origin)) return;
      origin = from;
      for (const each of unsent) send(each, from);
      unsent = [];
      obey(message);
    });
    send({ kind: 'ready' }, '*');
  }
  return {
    tell,
    sayHeight(heightPx) {
      if (origin === null && parent !== window) sayHeightInDialects(heightPx);
      tell({ kind: 'height', heightPx });
    },
  };
}
