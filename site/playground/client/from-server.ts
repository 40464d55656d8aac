import { frameTicketName } from '../../../playground-server/protocol/frame-ticket.ts';

/**
 * The browser's fetch, looked up at each call, because a page may have replaced it. A frame in a
 * sandbox shows the ticket that its page came with, for it has no origin to be known by.
 */
export const fromServer: typeof fetch = (address, init) => {
  const ticket = ticketOfPage();
  if (ticket === null) return fetch(address, init);
  const headers = new Headers(init?.headers);
  headers.set(frameTicketName, ticket);
  return fetch(address, { ...init, headers });
};

const ticketOfPage = (): string | null =>
  document.querySelector<HTMLMetaElement>(`meta[name="${frameTicketName}"]`)?.content ?? null;
