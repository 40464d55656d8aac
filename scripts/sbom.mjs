// @ts-check
/**
 * Prints the software bill of materials, as CycloneDX: what the server and the site are made of.
 *
 *   npm run sbom > live-man.cdx.json
 */
import { spawnSync } from 'node:child_process';

/**
 * @typedef {{ 'bom-ref': string, name: string, properties?: { name: string, value: string }[] }} Component
 * @typedef {{ ref: string, dependsOn?: string[] }} Dependency
 * @typedef {{ components: Component[], dependencies: Dependency[] }} Bom
 */

/**
 * Leaves out what only development needs. `npm sbom --omit dev` would leave out all that a tool of
 * the developers needs as well, such as zod.
 *
 * @template {Bom} T
 * @param {T} bom
 * @returns {T}
 */
export function withoutDevelopment(bom) {
  const components = bom.components.filter(({ properties = [] }) =>
    properties.every(({ name }) => name !== 'cdx:npm:package:development'),
  );
  const left = new Set(bom.components.map((component) => component['bom-ref']));
  for (const component of components) left.delete(component['bom-ref']);
  const dependencies = bom.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(({ dependsOn = [], ...rest }) => ({
      ...rest,
      dependsOn: dependsOn.filter((ref) => !left.has(ref)),
    }));
  return { ...bom, components, dependencies };
}

if (import.meta.main) {
  const { status, stdout } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
  console.log(JSON.stringify(withoutDevelopment(JSON.parse(stdout)), null, 2));
}
