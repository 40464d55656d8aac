/// <reference types="@astrojs/starlight/locals" />

/** Types the keys of Astro.locals.t() after the English strings. */
declare namespace StarlightApp {
  type UiStrings = Record<keyof typeof import('../../content/i18n/en.json'), string>;
  interface I18n extends UiStrings {}
}
