/** Origin of the site from `site` of astro.config.mjs: without a slash at its end. */
export const originOf = (site: string | undefined): string =>
  new URL(site ?? 'http://127.0.0.1:4321').origin;
