import { forEachLanguage, type Language, type Limits } from '../../protocol/index.ts';
import { programLimits } from '../limits.ts';
import { languageRows } from './language-table.ts';

/** @param slots runs at once @param aioMaxNr fs.aio-max-nr */
export function runLimits(slots: number, aioMaxNr: number): Record<Language, Limits> {
  const common = programLimits(slots, aioMaxNr);
  return forEachLanguage((language) => ({ ...common, ...languageRows[language].limits }));
}
