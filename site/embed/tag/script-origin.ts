/** `/embed.js`, or a version of it: `/embed@1.js`. Others have scripts of that name, below a folder. */
const path = /^\/embed(?:@\d+)?\.js$/;

/**
 * Where the script came from that is running; null if it cannot be told. A module has no
 * `currentScript`, so its element is found by its address.
 */
export function scriptOrigin({ currentScript, scripts }: Document): string | null {
  const candidates = [currentScript, ...scripts] as (HTMLScriptElement | null)[];
  const addresses = candidates.flatMap((script) => (script?.src ? [new URL(script.src)] : []));
  return addresses.find(({ pathname }) => path.test(pathname))?.origin ?? null;
}
