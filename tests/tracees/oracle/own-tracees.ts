import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTracee, type Tracee } from './tracee.ts';

const folder = join(import.meta.dirname, '../own');

/** The tracees that announce their trace in their first comment. */
export function ownTracees(): { file: string; claim: string; tracee: Tracee }[] {
  return readdirSync(folder).map((file) => {
    const tracee = readTracee(join(folder, file));
    const [, claim = ''] = /^\/\* ([\s\S]+?)\n \*\n/.exec(tracee.source) ?? [];
    return { file, claim: claim.replaceAll('\n * ', ' '), tracee };
  });
}
