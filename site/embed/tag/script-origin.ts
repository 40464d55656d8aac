/** `/embed.js`, or a version of it: `/embed@1.js`. Others have scripts of that name, below a folder. */
export const scriptPath = /^\/embed(@\d+)?\.js$/;

/**
 * Where the script came from that is running; null if it cannot be told. A module has no
 * `currentScript`, so its element is found by its address.
 */
export const scriptOrigin = ({ currentScript, scripts }: Document): string | null =>
  [currentScript as HTMLScriptElement | null, ...scripts]
    .map((script) => new URL(script?.src || 'about:blank'))
    .find(({ pathname }) => scriptPath.test(pathname))?.origin ?? null;
