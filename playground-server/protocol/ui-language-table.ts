/** A language in which the site speaks to its readers. */
interface UiLanguageFacts {
  /** What the language calls itself. */
  endonym: string;
  /**
   * Whether every page, fact and sentence of the interface exists in it. Tests fail on what a
   * complete language lacks; elsewhere English stands in, and the page says so.
   */
  isComplete: boolean;
  /** Symbols of 2¹⁰, 2²⁰ and 2³⁰ bytes. */
  byteUnits: readonly [kibi: string, mebi: string, gibi: string];
  /** What its letters are beyond ASCII: which faces of the fonts its pages load ahead. */
  script: 'latin' | 'cyrillic';
}

/** The languages of the site, by the folder that holds each, in the order readers are offered them. */
export const uiLanguageTable = {
  en: {
    endonym: 'English',
    isComplete: true,
    byteUnits: ['KiB', 'MiB', 'GiB'],
    script: 'latin',
  },
  fr: {
    endonym: 'Français',
    isComplete: true,
    byteUnits: ['Kio', 'Mio', 'Gio'],
    script: 'latin',
  },
  ru: {
    endonym: 'Русский',
    isComplete: true,
    byteUnits: ['КиБ', 'МиБ', 'ГиБ'],
    script: 'cyrillic',
  },
} as const satisfies Record<string, UiLanguageFacts>;

export type UiLanguage = keyof typeof uiLanguageTable;

export const uiLanguages = Object.keys(uiLanguageTable) as [UiLanguage, ...UiLanguage[]];

/** What a text is written in first, and what stands in where a translation is missing. */
export const sourceLanguage = 'en' satisfies UiLanguage;

/** The language that a BCP 47 tag asks for, as `fr` or `ru-RU`; English where the site lacks it. */
export function uiLanguageOf(tag: string | undefined): UiLanguage {
  const [primary] = (tag ?? '').toLowerCase().split('-');
  return uiLanguages.find((known) => known === primary) ?? sourceLanguage;
}
