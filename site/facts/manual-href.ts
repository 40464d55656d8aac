import type { Lang } from './localized.ts';

/**
 * Address of a reference such as `io_submit(2)`: our own page if there is one, otherwise the page
 * of the man-pages project.
 *
 * @param isOurs whether there is a page `man2/io_submit`
 */
export function manualHref(
  reference: string,
  lang: Lang | undefined,
  isOurs: (path: string) => boolean,
): string {
  const [, name, volume] = /^([\w-]+)\((\d\w*)\)$/.exec(reference) ?? [];
  const path = `man${volume}/${name}`;
  return isOurs(path)
    ? `/${lang ?? 'en'}/${path}/`
    : `https://man7.org/linux/man-pages/${path}.${volume}.html`;
}
