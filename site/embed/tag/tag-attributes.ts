import { ofTheTag, settingNames } from '../setting-names.ts';
import type { RawSettings } from '../embed-message.ts';

/** What the frame is to know of a tag's attributes. */
export function settingsOf(element: Element): RawSettings {
  const settings: Record<string, string> = {};
  for (const { name, value } of element.attributes)
    if (settingNames.includes(name) && !(ofTheTag as readonly string[]).includes(name))
      settings[name] = value;
  return settings;
}
