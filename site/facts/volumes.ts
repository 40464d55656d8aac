/** The volume of the manual in which facts of each kind have their pages, as manuals name it. */
const volumes = { call: '2', struct: '2type', library: '3' } as const;

export type FactsKind = keyof typeof volumes;

/** A page as manuals name it: `io_setup(2)`, `iocb(2type)`. */
export const referenceTo = (kind: FactsKind, page: string): string => `${page}(${volumes[kind]})`;

/** The address of a page without its language: `man2/io_setup`, `man2type/iocb`. */
export const pathTo = (kind: FactsKind, page: string): string => `man${volumes[kind]}/${page}`;
