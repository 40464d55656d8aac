/** A language in which the site speaks to its readers. */
interface UiLanguageFacts {
  /** The language's own name for itself. */
  endonym: string;
  /**
   * Whether every page, fact and sentence of the interface exists in it. Tests fail if a complete
   * language lacks any; in others English takes its place, and the page says so.
   */
  isComplete: boolean;
  /** Symbols of 2¹⁰, 2²⁰ and 2³⁰ bytes. */
  byteUnits: readonly [kibi: string, mebi: string, gibi: string];
  /** Its letters beyond ASCII, which decide what font files its pages preload. */
  script: 'latin' | 'cyrillic';
}

/** The languages of the site, by the folder of each, in the order in which readers see them. */
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

/** The language in which texts are first written, and which stands in for missing translations. */
export const sourceLanguage = 'en' satisfies UiLanguage;

/**
 * The language that a BCP 47 tag such as `fr` or `ru-RU` asks for; English if the site lacks it.
 */
export function uiLanguageOf(tag: string | undefined): UiLanguage {
  const [primary] = (tag ?? '').toLowerCase().split('-');
  return uiLanguages.find((known) => known === primary) ?? sourceLanguage;
}
