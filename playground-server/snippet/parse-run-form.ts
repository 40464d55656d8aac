import { conditionsOfForm, usualTape, wordsOf, type RunForm } from '../protocol/index.ts';
import { parseRunValue, type ParsedRequest } from './parse-run-request.ts';
import { reject } from './rejection.ts';

/** Reads the body of a form (application/x-www-form-urlencoded). Missing fields are empty. */
export function readRunForm(bytes: Uint8Array): RunForm {
  const fields = new URLSearchParams(new TextDecoder().decode(bytes));
  const field = (name: string) => fields.get(name) ?? '';
  return {
    // Browsers send the line ends of a text field as CRLF, whatever the source had.
    source: field('source').replaceAll('\r\n', '\n'),
    language: field('language'),
    conditions: field('conditions'),
    rules: field('rules').replaceAll('\r\n', '\n'),
    kernel: field('kernel'),
    tape: field('tape'),
    arguments: field('arguments'),
    stdin: field('stdin').replaceAll('\r\n', '\n'),
    from: field('from'),
  };
}

/** The request that a form asks for, by the rules of the API. */
export function parseRunForm(form: RunForm): ParsedRequest {
  const { source, language, kernel, tape, stdin } = form;
  const words = wordsOf(form.arguments);
  const request = {
    ...{ language, source },
    ...(kernel !== '' && { kernel }),
    ...(tape !== '' && tape !== usualTape && { tape }),
    ...(words.length > 0 && { arguments: words }),
    ...(stdin !== '' && { stdin }),
  };
  try {
    const conditions = conditionsOfForm(form);
    return parseRunValue({ ...request, ...(conditions !== undefined && { conditions }) });
  } catch {
    return reject('malformed-request', '"conditions" is not JSON. Open the example again.');
  }
}
