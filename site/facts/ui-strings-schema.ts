import { z } from 'zod';
import english from '../../content/i18n/en.json' with { type: 'json' };

export type UiKey = keyof typeof english;

const keys = Object.keys(english) as UiKey[];
const string = z.string().min(1).optional();

/** English defines the UI strings, and is shown if a language lacks one of them. */
export const uiStringsSchema = z.object(
  Object.fromEntries(keys.map((key) => [key, string])) as Record<UiKey, typeof string>,
);
