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
  /** What screen readers and pointers are told beside its text. */
  labels: string[];
  /** The ids of the headings that part its text; where its contents lead, or null if it has none. */
  headings: string[];
  contents: string[] | null;
  /** What other sites are told of it, by the names of the meta elements. */
  metadata: Readonly<Record<string, string>>;
  /** How much of it a browser has to read, and to build. */
  bytes: number;
  elements: number;
  /** Whether an example of it is there in full, and whether others are folded. */
  hasPlayground: boolean;
  hasExamples: boolean;
}

export const dist = process.env['DIST_DIR'] ?? 'dist';

/** Pages that the server fills in before it sends them: their links contain slots. */
const isTemplate = (file: string) => /^\w+\/shared\//.test(file);

/** Every page below dist/, which setup builds before all tests, though not before a single file of them. */
export function builtPages(): BuiltPage[] {
  const files = globSync('**/*.html', { cwd: dist });
  if (files.length === 0) throw new Error(`No page in ${dist}/. Run: node scripts/setup.mjs`);
  return files
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
  const contents = elements.find(({ tagName }) => tagName === 'starlight-toc');
  return {
    path,
    ids: all('id'),
    links: all('href', 'src'),
    labels: all('ariaLabel', 'title'),
    headings: elements.filter(isText).flatMap(headingsIn),
    contents: contents ? anchorsIn(contents) : null,
    metadata: Object.fromEntries(
      elements
        .filter(({ tagName }) => tagName === 'meta')
        .map(({ properties: { name, property, content } }) => [
          String(name ?? property),
          String(content),
        ]),
    ),
    bytes: Buffer.byteLength(markup),
    elements: elements.length,
    hasPlayground: has('live-man-playground'),
    hasExamples: has('live-man-example'),
  };
}

type Element = Extract<HastNode, { type: 'element' }>;

const isText = ({ properties: { className } }: Element) =>
  Array.isArray(className) && className.includes('sl-markdown-content');

const headingsIn = (text: Element): string[] =>
  [...elementsIn(text)].flatMap(({ tagName, properties: { id } }) =>
    tagName === 'h2' && typeof id === 'string' ? [id] : [],
  );

const anchorsIn = (contents: Element): string[] =>
  [...elementsIn(contents)].flatMap(({ properties: { href } }) =>
    typeof href === 'string' ? [href.replace('#', '')] : [],
  );

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
