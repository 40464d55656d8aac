/** The path of an address, without origin, extension, fragment and the slash at its end. */
export const pathAsked = (asked: string): string =>
  asked
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/(\/index)?\.\w+$|\/$/, '');
