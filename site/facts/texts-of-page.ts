import type { CallFacts } from './call-schema.ts';
import type { Correction } from './correction-schema.ts';
import type { CureFacts } from './cure-schema.ts';
import type { ErrnoFacts } from './errno-schema.ts';
import type { ExampleFacts } from './example-schema.ts';
import type { LibraryFacts } from './library-schema.ts';
import { textsIn, type Localized } from './localized.ts';
import type { Message } from './message-schema.ts';
import type { StructFacts } from './struct-schema.ts';

/** A page of the manual: its MDX, and the subject that its front matter names. */
export interface PageToRead {
  body: string;
  call?: string | undefined;
  struct?: string | undefined;
  library?: string | undefined;
}

/** The facts that pages show, by name. */
export interface ShownFacts {
  calls: ReadonlyMap<string, CallFacts>;
  structs: ReadonlyMap<string, StructFacts>;
  libraries: ReadonlyMap<string, LibraryFacts>;
  errnos: ReadonlyMap<string, ErrnoFacts>;
  cures: ReadonlyMap<string, CureFacts>;
  examples: ReadonlyMap<string, ExampleFacts>;
  messages: readonly Message[];
  corrections: readonly Correction[];
}

/** The texts that a page takes from facts; its own text is in its MDX. */
export function textsOfPage(page: PageToRead, facts: ShownFacts): Localized[] {
  const call = facts.calls.get(page.call ?? '');
  const struct = facts.structs.get(page.struct ?? '');
  const library = facts.libraries.get(page.library ?? '');
  const shows = (component: string) => page.body.includes(`<${component}`);
  const subjects = [
    ...facts.calls.values(),
    ...facts.structs.values(),
    ...facts.libraries.values(),
  ];
  const examples =
    shows('ExampleGallery') || shows('KernelChanges')
      ? [...facts.examples.values()]
      : found(facts.examples, [...shown(page.body), ...provoking(call)]);
  const named = found(facts.examples, struct?.constants.map(({ example }) => example) ?? []);
  return [
    ...textsIn([call, struct, library]),
    ...examples.flatMap(({ title, lesson }) => [title, lesson]),
    ...named.map(({ title }) => title),
    ...textsIn(found(facts.cures, call?.conditions.map(({ cure }) => cure) ?? [])),
    ...found(facts.errnos, errnosIn(page.body)).map(({ meaning }) => meaning),
    ...(shows('Contents') ? subjects.map(({ summary }) => summary) : []),
    ...(shows('Messages') ? textsIn(facts.messages) : []),
    ...(shows('Corrections') ? textsIn(facts.corrections) : []),
  ];
}

const shown = (mdx: string) => Array.from(mdx.matchAll(/<Example id="([^"]+)"/g), ([, id]) => id);

const errnosIn = (mdx: string) => Array.from(mdx.matchAll(/ errno="([^"]+)"/g), ([, name]) => name);

const provoking = (call: CallFacts | undefined) =>
  call?.conditions.flatMap(({ evidence }) =>
    evidence.kind === 'example' ? [evidence.example] : [],
  ) ?? [];

const found = <Facts>(
  entries: ReadonlyMap<string, Facts>,
  names: readonly (string | undefined)[],
): Facts[] => names.flatMap((name) => entries.get(name ?? '') ?? []);
