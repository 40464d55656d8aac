/** The browser's fetch, looked up at each call, because a page may have replaced it. */
export const fromServer: typeof fetch = (...request) => fetch(...request);
