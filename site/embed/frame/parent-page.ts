import { messageVersion, parseShowMessage } from '../embed-message.ts';
import type { ShowMessage } from '../embed-message.ts';

/** The page that embeds this one in a frame, if any. */
export interface ParentPage {
  sayHeight: (heightPx: number) => void;
  complain(sentences: readonly string[]): void;
}

/**
 * Talks to the embedding page. Any site may embed, so its origin is learned from its first message;
 * from then on we listen and talk to that origin only.
 */
export function parentPage(obey: (message: ShowMessage) => void): ParentPage {
  let origin: string | null = null;
  let unsent: object[] = [];

  const send = (message: object, to: string) =>
    // A page without an origin (a file, a sandbox) can only be addressed by a wildcard.
    parent.postMessage({ liveMan: messageVersion, ...message }, to === 'null' ? '*' : to);

  const tell = (message: object) => {
    if (origin === null) unsent.push(message);
    else send(message, origin);
  };

  if (parent !== window) {
    addEventListener('message', ({ source, origin: from, data }) => {
      const message = parseShowMessage(data);
      if (source !== parent || !message || (origin !== null && from !== origin)) return;
      origin = from;
      for (const each of unsent) send(each, from);
      unsent = [];
      obey(message);
    });
    send({ kind: 'ready' }, '*');
  }
  return {
    sayHeight: (heightPx) => tell({ kind: 'height', heightPx }),
    complain: (sentences) => tell({ kind: 'complaints', sentences }),
  };
}
