import type { AstroGlobal } from 'astro';

/** The address of the page without its language: `man2/io_setup`, empty for the home page. */
export const pathOfPage = (astro: Pick<AstroGlobal, 'locals'>): string =>
  astro.locals.starlightRoute.entry.id.replace(/^\w+\/?/, '');
