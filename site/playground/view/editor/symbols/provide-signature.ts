import type { monaco as Monaco } from '../monaco-modules.ts';
import { signatureAt } from './signature-at.ts';
import type { SymbolIndex } from './symbol-index.ts';
import { withOrigin } from './symbol-markdown.ts';

/** The parameters of the call that is being written, each with what the manual says about it. */
export const provideSignature = (
  symbols: () => Promise<SymbolIndex>,
): Monaco.languages.SignatureHelpProvider => ({
  signatureHelpTriggerCharacters: ['(', ','],
  async provideSignatureHelp(model, { lineNumber, column }) {
    const before = model.getValueInRange({
      startLineNumber: 1,
      startColumn: 1,
      endLineNumber: lineNumber,
      endColumn: column,
    });
    const signature = signatureAt(before, await symbols());
    if (!signature) return null;
    const { label, parameters, active, symbol } = signature;
    const markdown = (value: string) => ({ value: withOrigin(value, location.origin) });
    return {
      value: {
        signatures: [
          {
            label,
            documentation: markdown(`[${symbol.page}](${symbol.href})`),
            parameters: parameters.map(({ range, prose }) => ({
              label: range,
              documentation: markdown(prose),
            })),
          },
        ],
        activeSignature: 0,
        activeParameter: active,
      },
      dispose: () => undefined,
    };
  },
});
