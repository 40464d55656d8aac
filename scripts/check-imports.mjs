// @ts-check
/**
 * Checks that imports only point down the steps of imports/steps-table.mjs, and in no circle.
 * Prints each one that does not, and what to do about it.
 */
import { findCircles } from './imports/find-circles.mjs';
import { readImports } from './imports/read-imports.mjs';
import { parts } from './imports/steps-table.mjs';
import { sourceFiles } from './source-files.mjs';

/** Packages that only one folder may import. guest/ runs inside the sandbox, with the snippet. */
const homes = [
  { packages: /^koffi$/, home: /^playground-server\/(linux|guest)\//, named: 'linux/' },
  { packages: /^@?hono(\/|$)/, home: /^playground-server\/http\//, named: 'http/' },
  {
    packages: /^@modelcontextprotocol\//,
    home: /^playground-server\/http\/mcp\//,
    named: 'http/mcp/',
  },
];

/** @param {readonly import('./source-files.mjs').SourceFile[]} files */
export function misplacedImports(files) {
  return files.flatMap((file) =>
    readImports(file).flatMap(({ target, isFile, typeOnly }) => {
      const { path } = file;
      const advice = isFile ? onFile(path, target, typeOnly) : onPackage(path, target);
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
  const part = partOf(path);
  if (!part) return undefined;
  if (partOf(target) === part) return onStep(part, path, target, typeOnly);
  if (part === parts.server) return 'the server may not know what lies outside it; pass it in.';
  if (partOf(target) !== parts.server) return undefined;
  const known = part.knows.map((folder) => `${parts.server.root}/${folder}/`);
  if (known.some((folder) => target.startsWith(folder))) return undefined;
  return `${part.root}/ may know ${known.join(' and ')} only.`;
}

/** @type {(part: import('./imports/steps-table.mjs').Part, path: string, target: string, typeOnly: boolean) => string | undefined} */
function onStep(part, path, target, typeOnly) {
  const [from, to] = [placeOf(part, path), placeOf(part, target)];
  const stepOf = (/** @type {string} */ place) =>
    part.steps.findIndex((step) => step.includes(place));
  const [height, depth] = /** @type {const} */ ([stepOf(from), stepOf(to)]);
  if (height < 0 || depth < 0)
    return 'give the folder its step in scripts/imports/steps-table.mjs.';
  if (from === to || depth < height || (depth === height && typeOnly)) return undefined;
  return depth === height ? `take its type only; ${part.beside}.` : 'this points up; pass it in.';
}

const partOf = (/** @type {string} */ path) =>
  Object.values(parts).find(({ root }) => path.startsWith(`${root}/`));

/** @type {(part: import('./imports/steps-table.mjs').Part, path: string) => string} */
function placeOf({ root, steps }, path) {
  const below = path.slice(root.length + 1);
  const places = steps.flat().filter((place) => below === place || below.startsWith(`${place}/`));
  return places[0] ?? (below.includes('/') ? below : '.');
}

if (import.meta.main) {
  const complaints = [
    ...misplacedImports(sourceFiles(['site', 'playground-server', 'cli'])),
    ...findCircles(sourceFiles(['site', 'playground-server', 'cli', 'scripts', 'tests'])).map(
      (circle) => `${circle.join(' → ')}: a circle; pass in what the lower one needs.`,
    ),
  ];
  for (const line of complaints) console.error(line);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
