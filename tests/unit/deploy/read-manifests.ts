import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  spec?: unknown;
}

/** Every object that `kubectl apply -k deploy/kubernetes` makes. */
export function readManifests(): Manifest[] {
  const kustomization = parseAllDocuments(
    readFileSync('deploy/kubernetes/kustomization.yaml', 'utf8'),
  );
  const { resources } = kustomization[0]?.toJS() as { resources: string[] };
  return resources.flatMap((name) => readYaml(`deploy/kubernetes/${name}`) as Manifest[]);
}

/** The documents of a YAML file; fails on anything that is not well-formed. */
export function readYaml(path: string): unknown[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS() as unknown;
  });
}
