import { forEachLanguage, type Language, type Limits } from '../../protocol/index.ts';
import { programLimits, type HostBounds } from '../limits.ts';
import { languageRows } from './language-table.ts';

/** What a run may use on this host, by its language. @param other values in place of the usual ones */
export function runLimits(
  bounds: HostBounds,
  other: Partial<Limits> = {},
): Record<Language, Limits> {
  const common = programLimits(bounds);
  return forEachLanguage((language) => ({ ...languageRows[language].limits(common), ...other }));
}
