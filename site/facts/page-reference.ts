import { z } from 'zod';

const reference = /^([\w-]+)\((\d\w*)\)$/;

/** A manual page as manuals name it: `io_setup(2)`, `iocb(2type)`. */
export const pageReferenceSchema = z.string().regex(reference);

/** Where such a page stands among ours: `man2/io_setup`; throws on what names no page. */
export function pagePath(page: string): string {
  const [, name, section] = reference.exec(page) ?? [];
  if (!name || !section) throw new Error(`${page} names no manual page: write name(section).`);
  return `man${section}/${name}`;
}
