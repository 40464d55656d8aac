import type { CallFacts } from '../facts/call-schema.ts';
import { errorGroups } from '../facts/error-groups.ts';
import { inLanguage } from '../facts/localized.ts';
import { pathTo, referenceTo } from '../facts/volumes.ts';
import type { ManualSymbol } from '../playground/view/editor/symbols/manual-symbol.ts';
import type { SymbolContext } from './symbol-context.ts';

/** A system call, as syscall(2) makes it. */
export function callSymbol(call: CallFacts, { lang, words, prose }: SymbolContext): ManualSymbol {
  const path = pathTo('call', call.page);
  const href = `/${lang}/${path}/`;
  const parameters = call.parameters.map(({ name, type }) => ({
    label: (type.endsWith('*') ? type : `${type} `) + name,
    prose: prose(path, `param-${name}`),
  }));
  return {
    kind: 'call',
    name: call.call,
    declaration: `long ${call.call}(${parameters.map(({ label }) => label).join(', ')})`,
    about: inLanguage(call.summary, lang),
    note: `SYS_${call.call} = ${call.numbers.x86_64} (x86-64) · ${words.say('constant.since', { version: call.since })}`,
    prose: prose(path, 'description'),
    href,
    page: referenceTo('call', call.page),
    parameters,
    related: errorGroups(call, 'return-value').map(({ errno, id }) => ({
      name: errno,
      href: `${href}#${id}`,
    })),
  };
}
