/** The volume of the manual that has the pages for each kind of facts. */
const volumes = { call: '2', struct: '2type', library: '3' } as const;

export type FactsKind = keyof typeof volumes;

/** A page in the manual's own notation: `io_setup(2)`, `iocb(2type)`. */
export const referenceTo = (kind: FactsKind, page: string): string => `${page}(${volumes[kind]})`;

/** The address of a page without its language: `man2/io_setup`, `man2type/iocb`. */
export const pathTo = (kind: FactsKind, page: string): string => `man${volumes[kind]}/${page}`;
