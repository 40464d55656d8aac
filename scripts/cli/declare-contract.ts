import { createAuxiliaryTypeStore, createTypeAlias, printNode, zodToTs } from 'zod-to-ts';
import { runEventSchema } from '../../playground-server/protocol/event.ts';
import { problemSchema } from '../../playground-server/protocol/problem.ts';
import { runRequestSchema } from '../../playground-server/protocol/run-request.ts';

/** What the package tells the type checker of. */
const told = { RunRequest: runRequestSchema, RunEvent: runEventSchema, Problem: problemSchema };

/** The contract as plain TypeScript, whose reader needs no zod: `RunRequest` and the like. */
export function declareContract(): string {
  const auxiliaryTypeStore = createAuxiliaryTypeStore();
  const declared = Object.entries(told).map(([name, schema]) =>
    createTypeAlias(zodToTs(schema, { auxiliaryTypeStore }).node, name),
  );
  const held = Array.from(auxiliaryTypeStore.definitions.values(), ({ node }) => node);
  const text = [...declared, ...held].map((node) => `export ${printNode(node)}\n`).join('\n');
  return `${inTypeScript(text)}\nexport type ProblemCode = Problem['code'];\n`;
}

/**
 * The library writes that an object has no other properties, and that its keys are of a union, as index
 * signatures, which TypeScript does not take.
 */
const inTypeScript = (text: string): string =>
  text
    .replaceAll(/^ *\[x: string\]: never;\n/gm, '')
    .replaceAll(/\[key: ("[^\]]+)\]:/g, '[key in $1]?:');
