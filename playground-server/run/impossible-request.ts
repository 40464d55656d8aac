import { languageTable, type Conditions, type RunRequest } from '../protocol/index.ts';

/** Why no machine could run a well-formed request, or null. */
export function impossibleRequest({ language, conditions }: RunRequest): string | null {
  const without: Partial<Record<keyof Conditions, string>> = languageTable[language].without;
  const asked = Object.keys(conditions ?? {}) as (keyof Conditions)[];
  return asked.map((condition) => without[condition]).find((why) => why !== undefined) ?? null;
}
