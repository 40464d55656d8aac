import type { CallFacts } from './call-schema.ts';

/** The call as the kernel decodes it, one parameter per line. */
export function cPrototype({ call, parameters }: CallFacts): string {
  const head = `long ${call}(`;
  const list = parameters
    .map(({ type, name }) => (type.endsWith('*') ? type : `${type} `) + name)
    .join(`,\n${' '.repeat(head.length)}`);
  return `${head}${list});`;
}
