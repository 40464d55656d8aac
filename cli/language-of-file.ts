import { extname } from 'node:path';
import {
  fileEndings,
  languages,
  type Language,
} from '../playground-server/protocol/language-table.ts';

/** The language of a snippet by its file's name; undefined where that does not tell it. */
export const languageOfFile = (file: string): Language | undefined =>
  languages.find((language) => fileEndings(language).includes(extname(file)));
