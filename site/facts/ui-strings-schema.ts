import { z } from 'zod';
import english from '../../content/i18n/en.json' with { type: 'json' };

export type UiKey = keyof typeof english;

const keys = Object.keys(english) as UiKey[];

/** English names the UI strings: a language that lacks one of them does not build. */
export const uiStringsSchema = z.object(
  Object.fromEntries(keys.map((key) => [key, z.string()])) as Record<UiKey, z.ZodString>,
);
