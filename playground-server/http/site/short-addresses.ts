import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { pathKind } from './path-kind.ts';
import { readersLanguage } from './readers-language.ts';
import type { AppEnv } from '../server-parts.ts';

/**
 * Redirects an address without a language to the page in the reader's language: `/`, `/io_setup`,
 * `/io_setup.2`, `/io_setup(2)`, `/man2/io_setup`, and any other page by its own path. Browsers
 * keep the fragment. Files of the site, and addresses of nothing, are left to the next handler.
 */
export function shortAddresses(distDir: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const language = readersLanguage(c);
    const page = findPage(join(distDir, language), c.req.path);
    const isTaken = c.req.path !== '/' && exists(join(distDir, c.req.path));
    if (page === undefined || isTaken) return next();
    c.header('vary', 'Accept-Language, Cookie');
    c.header('cache-control', 'no-cache');
    return c.redirect(`/${language}/${page}${new URL(c.req.url).search}`, 302);
  };
}

const address =
  /^\/(?:(?<name>[\w-]+(?:\/[\w-]+)*)(?:\.(?<dotted>\d\w*)|\((?<round>\d\w*)\))?\/?)?$/;

/** Path of the page below its language, with the closing slash; empty for the home page. */
function findPage(directory: string, path: string): string | undefined {
  const match = address.exec(path);
  if (!match) return undefined;
  const { name = '', dotted, round } = match.groups ?? {};
  const volume = dotted ?? round;
  const folders = volume === undefined ? ['', ...volumesIn(directory)] : ['', `man${volume}`];
  return folders
    .map((folder) => `${join(folder, name)}/`.replace(/^\.?\//, ''))
    .find((page) => exists(join(directory, page, 'index.html')));
}

/** `man2`, `man3` …, in order: of two pages with the same name, the system call comes first. */
const volumesIn = (directory: string): string[] =>
  exists(directory)
    ? readdirSync(directory)
        .filter((name) => /^man\d\w*$/.test(name))
        .sort()
    : [];

const exists = (path: string): boolean => pathKind(path) !== null;
