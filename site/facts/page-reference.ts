import { z } from 'zod';

const reference = /^([\w-]+)\((\d\w*)\)$/;

/** A manual page in the manual's own notation: `io_setup(2)`, `iocb(2type)`. */
export const pageReferenceSchema = z.string().regex(reference);

/** The path of such a page: `man2/io_setup`; throws if the text does not name a page. */
export function pagePath(page: string): string {
  const [, name, section] = reference.exec(page) ?? [];
  if (!name || !section) throw new Error(`${page} names no manual page: write name(section).`);
  return `man${section}/${name}`;
}
