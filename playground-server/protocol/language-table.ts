import type { languageNames } from './language-names.ts';
import type { Conditions } from './run-request.ts';

/** What everybody must know of a language that snippets are written in. */
interface LanguageFacts {
  /** What it is called, whatever language the reader speaks. */
  name: string;
  /** of a file that holds such a snippet, without the dot */
  extension: string;
  /** Other extensions that say the same. */
  otherExtensions: readonly string[];
  /** Media type of a body that is such a snippet. */
  mediaType: string;
  /** Whether its programs have a standard input of their own. */
  readsStdin: boolean;
  /** Conditions that no machine can grant it, and why. */
  without: Readonly<Partial<Record<keyof Conditions, string>>>;
}

/** Languages a snippet may be written in: C17 and C++20 for gcc, TypeScript for Node. */
export const languageTable = {
  c: {
    name: 'C',
    extension: 'c',
    otherExtensions: [],
    mediaType: 'text/x-c',
    readsStdin: true,
    without: {},
  },
  cpp: {
    name: 'C++',
    extension: 'cc',
    otherExtensions: ['cpp', 'cxx'],
    mediaType: 'text/x-c++',
    readsStdin: true,
    without: {},
  },
  typescript: {
    name: 'TypeScript',
    extension: 'ts',
    otherExtensions: [],
    mediaType: 'text/x-typescript',
    readsStdin: false,
    without: {
      addressSpaceMiB:
        'Node itself needs more address space than addressSpaceMiB can grant. Ask for it with a C snippet.',
    },
  },
} as const satisfies Record<keyof typeof languageNames, LanguageFacts>;

export type Language = keyof typeof languageTable;

export const languages = Object.keys(languageTable) as readonly Language[];

/** A value for each language. */
export const forEachLanguage = <T>(valueOf: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(languages.map((language) => [language, valueOf(language)])) as Record<
    Language,
    T
  >;

/** How the names of files with snippets in a language end, with the dot; its own first. */
export const fileEndings = (language: Language): readonly string[] => {
  const { extension, otherExtensions } = languageTable[language];
  return [extension, ...otherExtensions].map((each) => `.${each}`);
};

/** What a snippet is called where it is compiled, and in what the compiler says of it. */
export const snippetFile = (language: Language): string =>
  `snippet.${languageTable[language].extension}`;
