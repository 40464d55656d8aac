import * as typescript from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import { format } from 'prettier/standalone';
import type { Formatted } from './formatted.ts';

/** Prettier, in the style of this project. A source with a syntax error cannot be formatted. */
export async function formatTypeScript(source: string): Promise<Formatted> {
  try {
    const plugins = [typescript, estree as never];
    const options = { parser: 'babel-ts', plugins, singleQuote: true, printWidth: 80 };
    return { kind: 'formatted', source: await format(source, options) };
  } catch {
    return { kind: 'unreadable' };
  }
}
