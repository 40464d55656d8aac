import type { AstroGlobal } from 'astro';

/** The address of the page without its language: `man2/io_setup`, empty at home. */
export const pathOfPage = (astro: Pick<AstroGlobal, 'locals'>): string =>
  astro.locals.starlightRoute.entry.id.replace(/^\w+\/?/, '');
