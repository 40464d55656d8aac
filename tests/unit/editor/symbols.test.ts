import { beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../../site/facts/localized.ts';
import { callAt } from '../../../site/playground/view/editor/symbols/call-at.ts';
import { signatureAt } from '../../../site/playground/view/editor/symbols/signature-at.ts';
import { suggestionsAt } from '../../../site/playground/view/editor/symbols/suggestions-at.ts';
import {
  createSymbolIndex,
  type SymbolIndex,
} from '../../../site/playground/view/editor/symbols/symbol-index.ts';
import { symbolMarkdown } from '../../../site/playground/view/editor/symbols/symbol-markdown.ts';
import type { ManualSymbol } from '../../../site/playground/view/editor/symbols/manual-symbol.ts';
import { manualSymbols } from '../../../site/symbols/manual-symbols.ts';
import { manualOfFiles } from '../site/export/manual-of-files.ts';

const manual = manualOfFiles();
const inEvery = new Map<string, ManualSymbol[]>();
let index: SymbolIndex;
let french: SymbolIndex;
beforeAll(() => {
  for (const lang of languages) inEvery.set(lang, manualSymbols(manual, lang));
  index = createSymbolIndex(inEvery.get('en')!);
  french = createSymbolIndex(inEvery.get('fr')!);
});

const plain = { isMember: false, usesLibaio: false };
const withLibaio = '#include <libaio.h>\n';

describe('what the manual gives the editor', () => {
  it('are the same names and places in every language', () => {
    const places = [...inEvery].map(([lang, symbols]) =>
      symbols.map(({ kind, name, href }) => [kind, name, href.replace(`/${lang}/`, '/')]),
    );
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
    expect(places[0]!.length).toBeGreaterThan(80);
  });

  it('leads to the page of the language, without a host', () => {
    for (const [lang, symbols] of inEvery) {
      for (const { href, prose, related = [] } of symbols) {
        for (const place of [href, ...related.map((each) => each.href)]) {
          expect(place).toMatch(new RegExp(`^/${lang}/`));
        }
        expect(prose).not.toContain('http://');
      }
    }
  });

  it('says of every parameter of a call what its page says', () => {
    const stated = [...manual.calls.values()].map(({ call }) => call);
    for (const symbols of inEvery.values()) {
      const calls = symbols.filter(({ kind }) => kind === 'call');
      expect(calls.map(({ name }) => name)).toEqual(stated);
      for (const { name, parameters = [] } of calls) {
        for (const { label, prose } of parameters) expect(prose, `${name}: ${label}`).not.toBe('');
      }
    }
  });
});

describe('a name', () => {
  it.each(['SYS_io_setup', '__NR_io_setup', 'io_setup'])('%s is the system call', (name) => {
    expect(index.find(name, plain)).toMatchObject({ kind: 'call', page: 'io_setup(2)' });
  });

  it('of a call is the function of libaio where libaio.h is included', () => {
    const found = index.find('io_setup', { ...plain, usesLibaio: true });
    expect(found).toMatchObject({ kind: 'function', page: 'libaio(3)' });
  });

  it('of a field counts only after a dot or an arrow', () => {
    expect(index.find('aio_buf', plain)).toBeUndefined();
    expect(index.find('aio_buf', { ...plain, isMember: true })?.href).toBe(
      '/en/man2type/iocb/#field-aio_buf',
    );
    expect(index.find('buf', { isMember: true, usesLibaio: true })?.name).toBe('aio_buf');
  });

  it('is explained in the language of the page, with links to its anchors', () => {
    const text = symbolMarkdown(french.find('EINVAL', plain)!, 'https://man.example');
    expect(text).toContain('EINVAL = 22');
    expect(text).toContain('Argument non valide.');
    expect(text).toContain('[io_setup](https://man.example/fr/man2/io_setup/#einval)');
    expect(text).toContain('(https://man.example/fr/errnos/#einval)');
  });
});

describe('the cursor stands', () => {
  it.each([
    ['syscall(SYS_io_setup, ', { name: 'io_setup', convention: 'syscall', argument: 1 }],
    [
      'x = syscall(__NR_io_submit, ctx, 1L,',
      { name: 'io_submit', convention: 'syscall', argument: 3 },
    ],
    ['io_setup(f(1, 2), ', { name: 'io_setup', convention: 'direct', argument: 1 }],
    ['io_submit(ctx, 1, (struct iocb *[]){ a, b', null],
    ['io_setup(")", /* , */ ', { name: 'io_setup', convention: 'direct', argument: 1 }],
    ['io_setup(1, &ctx); ', null],
    [
      'if (syscall(SYS_io_setup, a[1, 2], &ctx',
      { name: 'io_setup', convention: 'syscall', argument: 2 },
    ],
    ['syscall(SYS_read, ', { name: 'read', convention: 'syscall', argument: 1 }],
    ['syscall(', null],
    ['', null],
  ] as const)('in %j', (before, call) => {
    expect(callAt(before)).toEqual(call);
  });
});

describe('a signature', () => {
  it('shows the parameter that is being written, with what the manual says of it', () => {
    const signature = signatureAt('syscall(SYS_io_getevents, ctx, ', index)!;
    const { label, parameters, active } = signature;
    expect(label).toMatch(/^syscall\(SYS_io_getevents, aio_context_t ctx_id, long min_nr, /);
    const [from, to] = parameters[active]!.range;
    expect(label.slice(from, to)).toBe('long min_nr');
    expect(parameters[active]!.prose).toContain('The number of events to wait for.');
  });

  it('of libaio is its own', () => {
    expect(signatureAt(`${withLibaio}io_setup(`, index)?.label).toBe(
      'io_setup(int maxevents, io_context_t *ctxp)',
    );
  });

  it('of what the manual does not know is not shown', () => {
    expect(signatureAt('printf(', index)).toBeNull();
    expect(signatureAt('syscall(SYS_read, ', index)).toBeNull();
  });
});

describe('what is offered', () => {
  const labels = (before: string, begun: string, source = before) =>
    suggestionsAt({ before, begun, source }, index).map(({ label }) => label);

  it('begins as the reader did, perhaps only in a later part of the name', () => {
    expect(labels('', 'IOCB_CMD_P')).toContain('IOCB_CMD_PREADV');
    expect(labels('', 'einv')).toEqual(['EINVAL']);
    expect(labels('', 'getev')).toEqual(
      expect.arrayContaining(['SYS_io_getevents', 'syscall(SYS_io_getevents, …)']),
    );
    expect(labels('', 'int')).toEqual([]);
  });

  it('are fields after a dot, and nothing else', () => {
    const members = labels('request->', '');
    expect(members).toContain('aio_lio_opcode');
    expect(members).not.toContain('EINVAL');
    expect(labels('', 'aio_buf')).toEqual([]);
  });

  it('follows the header that the snippet includes', () => {
    expect(labels(withLibaio, 'io_prep_pread')).toContain('io_prep_preadv');
    expect(labels('', 'io_prep')).toEqual([]);
    expect(labels(`${withLibaio}request.`, '')).toContain('u.c.buf');
  });

  it.each(['puts("', '// see ', '/* see ', 'puts("a"); // '])('is nothing in %j', (before) => {
    expect(labels(before, 'EIN')).toEqual([]);
  });

  it('is offered after a comment and a string have ended', () => {
    expect(labels('/* a */ f("b"), ', 'EINV')).toEqual(['EINVAL']);
  });

  it('brings its parameters as places to fill in', () => {
    const [call] = suggestionsAt({ before: '', begun: 'syscall', source: '' }, index).filter(
      ({ symbol }) => symbol.name === 'io_setup',
    );
    expect(call?.insert).toBe('syscall(SYS_io_setup, ${1:nr_events}, ${2:ctx_idp})');
  });
});
