/** The header in which a frame shows its ticket, and the `<meta>` in which it finds it. */
export const frameTicketName = 'live-man-ticket';

/** The parameter by which the page of a frame says that it is in a sandbox. */
export const sandboxedParameter = 'sandboxed';
