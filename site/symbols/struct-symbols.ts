import { inLanguage } from '../facts/localized.ts';
import type { StructFacts } from '../facts/struct-schema.ts';
import { pathTo, referenceTo } from '../facts/volumes.ts';
import type { ManualSymbol } from '../playground/view/editor/symbols/manual-symbol.ts';
import type { SymbolContext } from './symbol-context.ts';

type Place = Pick<ManualSymbol, 'href' | 'page' | 'prose'>;

/** A structure in linux/aio_abi.h, its fields, and the numbers that they may hold. */
export function structSymbols(facts: StructFacts, context: SymbolContext): ManualSymbol[] {
  const { lang, prose, words } = context;
  const { struct, summary, size, header, fields, constants } = facts;
  const path = pathTo('struct', struct);
  const page = referenceTo('struct', struct);
  const href = `/${lang}/${path}/`;
  const at = (anchor: string): Place => ({
    href: `${href}#${anchor}`,
    page,
    prose: prose(path, anchor),
  });
  return [
    {
      kind: 'struct',
      name: struct,
      declaration: `struct ${struct}`,
      about: inLanguage(summary, lang),
      note: `${header} · ${words.say('struct.total', { count: size })}`,
      href,
      page,
      prose: prose(path, 'description'),
    },
    ...fields.map((field) => fieldSymbol(field, struct, at(`field-${field.name}`), context)),
    ...constants.flatMap((constant) => constantSymbols(constant, at(constant.name), context)),
  ];
}

function fieldSymbol(
  { name, type, offset, size, direction, libaio }: StructFacts['fields'][number],
  struct: string,
  place: Place,
  { words }: SymbolContext,
): ManualSymbol {
  const where = `${words.say('struct.offset')} ${offset}, ${words.say('struct.size')} ${size}`;
  return {
    kind: 'field',
    name,
    declaration: `${type} ${name}`,
    about: words.say(`param.${direction}`),
    note: `struct ${struct} · ${where} · libaio.h${words.say('text.colon')}${libaio.name}`,
    ...place,
    member: { of: struct, libaio: libaio.name },
  };
}

/** A number under the kernel's name, and under libaio.h's if that differs. */
function constantSymbols(
  { name, value, libaio, since }: StructFacts['constants'][number],
  place: Place,
  { words }: SymbolContext,
): ManualSymbol[] {
  const number = name.startsWith('IOCB_CMD_') ? String(value) : `0x${value.toString(16)}`;
  const note = since
    ? words.say('constant.since', { version: since })
    : words.say('constant.never');
  const named = (one: string): ManualSymbol => ({
    kind: 'constant',
    name: one,
    declaration: `${one} = ${number}`,
    about: '',
    note,
    ...place,
  });
  return [named(name), ...(libaio ? [named(libaio)] : [])];
}
