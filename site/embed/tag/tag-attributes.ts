import { madeAnew, takenOver } from '../setting-names.ts';
import type { RawSettings } from '../embed-message.ts';

/** What the frame is to know of a tag's attributes. */
export function settingsOf(element: Element): RawSettings {
  const settings: Record<string, string> = {};
  for (const name of [...takenOver, ...madeAnew]) {
    const value = element.getAttribute(name);
    if (value !== null) settings[name] = value;
  }
  return settings;
}
