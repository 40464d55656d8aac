import { languages, languageTable } from '../../protocol/index.ts';
import { languageRows } from '../languages/language-table.ts';
import { nativeRuntime } from '../sandboxes/native-runtime.ts';

/** Languages whose programs a machine can run: those that need nothing but their libraries. */
export const machineLanguages = languages.filter(
  (language) => languageRows[language].runtime === nativeRuntime,
);

/** Why the programs of another cannot. */
export const onlyMachineLanguages = `On kernels of their own only snippets in ${machineLanguages
  .map((language) => languageTable[language].name)
  .join(' and ')} run: Node takes a machine several seconds to start.`;
