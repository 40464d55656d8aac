import { madeAnew, settingNames, takenOver } from '../setting-names.ts';
import type { RawSettings } from '../embed-message.ts';

/** What the frame is to know of a tag's attributes. */
export const settingsOf = (tag: Element): RawSettings => read(tag, [...takenOver, ...madeAnew], '');

/** The attributes of a tag that an element carries. */
export const carriedBy = (element: Element): RawSettings => read(element, settingNames, 'data-');

function read(element: Element, names: readonly string[], prefix: string): RawSettings {
  const settings: Record<string, string> = {};
  for (const name of names) {
    const value = element.getAttribute(prefix + name);
    if (value !== null) settings[name] = value;
  }
  return settings;
}
