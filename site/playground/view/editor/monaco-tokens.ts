import { languages } from '../../../../playground-server/protocol/language-table.ts';
import type { Language } from '../../../../playground-server/protocol/language-table.ts';
import { languageRows } from '../languages/language-table.ts';
import { sourceTokens } from '../source/source-tokens.ts';
import type { monaco as Monaco } from './monaco-modules.ts';

/** What a line leaves open for the next one: `/*`, a backtick, `R"(` of a raw string, or nothing. */
type Open = string;

/** Makes Monaco colour code as the page does: its own rules treat C as C++ and ignore functions. */
export function colourAsThePage(monaco: typeof Monaco): void {
  for (const language of languages)
    monaco.languages.setTokensProvider(languageRows[language].editor.id, {
      getInitialState: () => new LineState(''),
      tokenize: (line, state) => tokensOfLine(line, (state as LineState).open, language),
    });
}

class LineState implements Monaco.languages.IState {
  readonly open: Open;

  constructor(open: Open) {
    this.open = open;
  }

  clone(): LineState {
    return this;
  }

  equals(other: Monaco.languages.IState): boolean {
    return other instanceof LineState && other.open === this.open;
  }
}

/** @param open what the previous line has left open, which this line continues */
export function tokensOfLine(line: string, open: Open, language: Language) {
  const found = sourceTokens(open + line, language);
  const at = (place: number) => Math.max(0, place - open.length);
  const tokens = found.flatMap(({ name, start, text }) => [
    { startIndex: at(start), scopes: name },
    { startIndex: at(start + text.length), scopes: '' },
  ]);
  return {
    tokens: [{ startIndex: 0, scopes: '' }, ...tokens],
    endState: new LineState(leftOpen(found.at(-1), open + line)),
  };
}

function leftOpen(last: ReturnType<typeof sourceTokens>[number] | undefined, text: string): Open {
  if (!last || last.start + last.text.length < text.length) return '';
  if (last.text.startsWith('/*') && !/^\/\*[^]*\*\/$/.test(last.text)) return '/*';
  if (last.text.startsWith('`') && !/^`[^`]*`$/.test(last.text)) return '`';
  const [begin, mark] = rawString.exec(last.text) ?? [];
  if (begin !== undefined && !last.text.endsWith(`)${mark}"`)) return begin;
  return '';
}

const rawString = /^(?:u8|[LuU])?R"([^()\s\\]{0,16})\(/;
