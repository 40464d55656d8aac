// @ts-check
/** Imports only point down the pipeline. Prints each one that does not, and what to do about it. */
import { dirname, join } from 'node:path/posix';
import { sourceFiles } from './source-files.mjs';

/** What stands lower may be imported; of what stands on the same step, only types. */
const steps = [
  ['protocol', 'uapi'],
  ['linux'],
  ['snippet', 'links', 'compile', 'sandbox', 'tracer', 'decode', 'guest'],
  ['run', 'config'],
  ['http', 'config.ts'],
  ['main.ts'],
];

/** Packages with one home. guest/ runs inside the sandbox, beside the reader's snippet. */
const homes = [
  { packages: /^koffi$/, home: /^playground-server\/(linux|guest)\//, named: 'linux/' },
  { packages: /^@?hono(\/|$)/, home: /^playground-server\/http\//, named: 'http/' },
];

const importPattern =
  /^\s*(?:import|export)\s+(type\s)?(?:[\w\s{},*$]+?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** @param {readonly import('./source-files.mjs').SourceFile[]} files */
export function misplacedImports(files) {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(importPattern)].flatMap(([, type, from, lazy]) => {
      const name = /** @type {string} */ (from ?? lazy);
      const target = name.startsWith('.') ? join(dirname(path), name) : name;
      const advice = target === name ? onPackage(path, name) : onFile(path, target, Boolean(type));
      return advice ? [`${path} imports ${target}: ${advice}`] : [];
    }),
  );
}

/** @type {(path: string, name: string) => string | undefined} */
function onPackage(path, name) {
  const misplaced = homes.find(({ packages, home }) => packages.test(name) && !home.test(path));
  return misplaced && `only playground-server/${misplaced.named} may; ask it for what you need.`;
}

/** @type {(path: string, target: string, typeOnly: boolean) => string | undefined} */
function onFile(path, target, typeOnly) {
  const [from, to] = [path, target].map((file) => file.match(/^playground-server\/([^/]+)/)?.[1]);
  if (!from)
    return to && to !== 'protocol' ? 'site/ may know playground-server/protocol/ only.' : '';
  if (!to) return 'the server may not know what lies outside it; pass it in.';
  const stepOf = (/** @type {string} */ name) => steps.findIndex((step) => step.includes(name));
  const [height, depth] = /** @type {const} */ ([stepOf(from), stepOf(to)]);
  if (height < 0 || depth < 0) return 'give the folder its step in scripts/check-imports.mjs.';
  if (from === to || depth < height || (depth === height && typeOnly)) return undefined;
  return depth === height ? 'take its type only; run/ calls both.' : 'this points up; pass it in.';
}

if (import.meta.main) {
  const misplaced = misplacedImports(sourceFiles(['site', 'playground-server']));
  for (const line of misplaced) console.error(line);
  process.exitCode = misplaced.length > 0 ? 1 : 0;
}
