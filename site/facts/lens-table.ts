import type { Language } from '../../playground-server/protocol/language-table.ts';

interface LensFacts {
  /** The file in content/examples/<id>/ that is written this way. */
  source: string;
  /** The file next to it that holds the recorded run. */
  tape: string;
  language: Language;
}

/** The ways to write an experiment, in the order in which readers see them. */
export const lensTable = {
  syscall: { source: 'main.c', tape: 'tape.json', language: 'c' },
  libaio: { source: 'libaio.c', tape: 'tape-libaio.json', language: 'c' },
  cpp: { source: 'main.cc', tape: 'tape-cpp.json', language: 'cpp' },
  typescript: { source: 'main.ts', tape: 'tape-typescript.json', language: 'typescript' },
} as const satisfies Record<string, LensFacts>;

/** A way to write an experiment, which decides what the reader's variable holds afterwards. */
export type Lens = keyof typeof lensTable;

export const lenses = Object.keys(lensTable) as Lens[];
