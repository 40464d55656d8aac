import { settingNames } from '../setting-names.ts';

/** `lines=7-9`, `label="My own"`, `read-only`. */
const attribute = /([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g;

/**
 * Reads what stands behind the language of a fence; null if it does not begin with `live-man`.
 *
 * @returns properties of a `<div>`, in the spelling of hast: `dataLines`
 * @throws Error if a name is none of the tag's, so that the build says so and not the reader's page
 */
export function fenceAttributes(meta: string | null | undefined): Record<string, unknown> | null {
  const [, rest] = /^\s*live-man\b(.*)$/s.exec(meta ?? '') ?? [];
  if (rest === undefined) return null;
  const properties: Record<string, unknown> = { className: ['live-man'] };
  for (const [, name = '', quoted, bare] of rest.matchAll(attribute)) {
    if (!settingNames.includes(name))
      throw new Error(
        `live-man has no "${name}" for a fence. There are: ${settingNames.join(', ')}.`,
      );
    properties[`data-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] =
      quoted ?? bare ?? '';
  }
  return properties;
}
