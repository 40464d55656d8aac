import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { htmlToHast, type HastNode } from 'satteri';

/** A page of the built site. */
export interface BuiltPage {
  /** Its address: `/en/man2/io_setup/`. */
  path: string;
  ids: string[];
  /** The addresses that it names, as they are written. */
  links: string[];
  /** How much of it a browser has to read, and to build. */
  bytes: number;
  elements: number;
  /** Whether an example of it is there in full, and whether others are folded. */
  hasPlayground: boolean;
  hasExamples: boolean;
}

export const dist = process.env['DIST_DIR'] ?? 'dist';

/** What the server fills in before anybody sees it: its links have slots in them. */
const isTemplate = (file: string) => /^\w+\/shared\//.test(file);

/** Every page below dist/, which setup builds before the tests. */
export function builtPages(): BuiltPage[] {
  return globSync('**/*.html', { cwd: dist })
    .filter((file) => !isTemplate(file))
    .sort()
    .map((file) => readPage(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, file));
}

function readPage(path: string, file: string): BuiltPage {
  const markup = readFileSync(join(dist, file), 'utf8');
  const elements = [...elementsIn(htmlToHast(markup))];
  const has = (name: string) => elements.some(({ tagName }) => tagName === name);
  const all = (...names: string[]) =>
    elements.flatMap(({ properties }) =>
      names.flatMap((name) => {
        const value = properties[name];
        return typeof value === 'string' && value !== '' ? [value] : [];
      }),
    );
  return {
    path,
    ids: all('id'),
    links: all('href', 'src'),
    bytes: Buffer.byteLength(markup),
    elements: elements.length,
    hasPlayground: has('live-man-playground'),
    hasExamples: has('live-man-example'),
  };
}

type Element = Extract<HastNode, { type: 'element' }>;

function* elementsIn(node: HastNode): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elementsIn(child);
}

/** Whether the server answers this path from dist/; it adds the slash that a page's address lacks. */
export function isServed(path: string): boolean {
  const file = join(dist, decodeURIComponent(path));
  return [file, join(file, 'index.html')].some(
    (candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() ?? false,
  );
}
