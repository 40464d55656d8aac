import type { RunEvent } from '../../playground-server/protocol/index.ts';
import type { CallFacts } from '../facts/call-schema.ts';
import type { ErrnoFacts } from '../facts/errno-schema.ts';
import type { ExampleFacts } from '../facts/example-schema.ts';
import type { Lang } from '../facts/localized.ts';
import type { Words } from '../playground/view/words.ts';

export interface ExportedExample {
  facts: ExampleFacts;
  source: string;
  recorded: RunEvent[];
}

/** What every page of the manual is written from. */
export interface Manual {
  calls: ReadonlyMap<string, CallFacts>;
  errnos: ReadonlyMap<string, ErrnoFacts>;
  examples: ReadonlyMap<string, ExportedExample>;
  pages: readonly ManualPage[];
  /** Origin of the site, such as http://127.0.0.1:4321. */
  origin: string;
}

/** One page in one language. Where nobody has translated it yet, `body` is the English text. */
export interface ManualPage {
  lang: Lang;
  /** `man2/io_setup` */
  path: string;
  title: string;
  description: string;
  call: string | undefined;
  body: string;
  isTranslated: boolean;
  modified: string;
}

/** What the components of a page may ask for. */
export interface PageContext {
  manual: Manual;
  page: ManualPage;
  words: Words;
  /** Address of a page on the web, of this page where `href` is a fragment. */
  absolute(href: string): string;
}

/** The facts of the call that the page is about; throws on a page that is about none. */
export function callOf({ manual, page }: PageContext): CallFacts {
  const facts = manual.calls.get(page.call ?? '');
  if (!facts) throw new Error(`${page.path} needs \`call: <name>\` in its front matter.`);
  return facts;
}
