import { forEachLanguage, type Language, type Limits } from '../../protocol/index.ts';
import { programLimits } from '../limits.ts';
import { languageRows } from './language-table.ts';

/** @param slots runs at once @param aioMaxNr fs.aio-max-nr @param other values in place of the usual ones */
export function runLimits(
  slots: number,
  aioMaxNr: number,
  other: Partial<Limits> = {},
): Record<Language, Limits> {
  const common = programLimits(slots, aioMaxNr);
  return forEachLanguage((language) => ({ ...common, ...languageRows[language].limits, ...other }));
}
