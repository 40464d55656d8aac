import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
interface Bom {
  components: { 'bom-ref': string; name: string }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;
const said = execFileSync('npm', ['run', '--silent', 'sbom'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  // npm's own cache would be left in the temporary directory.
  env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
});
const bom = JSON.parse(said) as Bom;

it('lists every package of the server and the site, also one that a tool of ours needs as well', () => {
  const listed = new Set(bom.components.map(({ name }) => name));
  const wanted = Object.keys(read('package.json').dependencies);
  expect(wanted.filter((name) => !listed.has(name))).toEqual([]);
  expect([...listed]).toEqual(expect.arrayContaining(['zod', 'ioredis', 'typescript', 'astro']));
  expect(bom.components.length).toBeGreaterThan(300);
});

it('lists no tool of the developers, and no dependency on one', () => {
  const listed = new Set(bom.components.map(({ name }) => name));
  const tools = Object.keys(read('package.json').devDependencies);
  expect(tools.filter((name) => listed.has(name))).toEqual([]);
  const refs = new Set(bom.components.map((component) => component['bom-ref']));
  const [root] = bom.dependencies;
  for (const { ref, dependsOn } of bom.dependencies) {
    expect(refs.has(ref) || ref === root?.ref).toBe(true);
    expect(dependsOn.filter((each) => !refs.has(each))).toEqual([]);
  }
});
