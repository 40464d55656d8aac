/** Origin of the site, from `site` in astro.config.mjs: without a slash at the end. */
export const originOf = (site: string | undefined): string =>
  new URL(site ?? 'http://127.0.0.1:4321').origin;
