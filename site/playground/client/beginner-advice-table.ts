import type { Diagnostic } from './run-state.ts';

/** A message of gcc's that says little to beginners, and what stands behind it. */
interface AdviceRow {
  /** Its sentence: `outcome.hint.noMain`. */
  hint: 'noMain' | 'cplusplus' | 'quotes' | 'space';
  /** In the words of gcc and of its linker. */
  message: RegExp;
  /** What the line itself must contain. */
  text?: RegExp;
  /** Where to look, if the message names no line. */
  line?(source: readonly string[]): number;
}

/** A function that may have been meant as main, or else the last line: there it would be added. */
const nearlyMain = /\b(?:mian|man|Main|MAIN|_?main_?|mains|void\s+main)\s*\(/;

export const adviceTable: readonly AdviceRow[] = [
  {
    hint: 'noMain',
    message: /undefined reference to [`'‘]main['’]/,
    line: (source) => {
      const found = source.findIndex((text) => nearlyMain.test(text));
      return found < 0
        ? Math.max(
            source.findLastIndex((text) => text.trim() !== ''),
            0,
          ) + 1
        : found + 1;
    },
  },
  {
    hint: 'cplusplus',
    // The headers of C++ have no suffix.
    message: /^[a-z_]+: No such file or directory/,
  },
  { hint: 'cplusplus', message: /unknown type name [‘'](?:using|class|namespace|template)[’']/ },
  { hint: 'quotes', message: /^stray [‘'].*in program/, text: /[\u2018-\u201f\u00ab\u00bb]/ },
  {
    hint: 'space',
    message: /^stray [‘'].*in program/,
    text: /[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/,
  },
];

export type Hint = AdviceRow['hint'];

/** A message with what stands behind it, and with a line to mark. */
export interface AdvisedDiagnostic extends Diagnostic {
  hint?: Hint;
}
