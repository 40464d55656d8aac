import { expect, it } from 'vitest';
import { publishedTags } from '../../../site/embed/published/published-tags.ts';

/** A row is added with each version, and none is ever changed: pages of others name these hashes. */
const published: Record<number, string> = {
  1: 'sha384-oueeMbAv+a5B8T51hRAKOQEJvGfOfh+vWn04vMPKtRcX1Z/NNVlF4tb9V/pcYD+j',
  2: 'sha384-/6AHWX1Q52tEaV1jAF8S8T1h8n0lMuj38GgJnJ0TiU7o7hhtYIsspqXnY+wjqJtp',
  3: 'sha384-uVpLWdmu55z8a+r1PzFFEJ08ZOX5vo3ofzRXXC3krF0qSQECRusvwSleJNOnfnc6',
  4: 'sha384-Nv7IMRMIDGSMuWVGwI2lAqzidTFkoxo+8BbIWzEERk6HqwGww1R1g9ASTXftzY5N',
  5: 'sha384-TGszyMcD6wm8I5hVSc3Y+qMcEiKndDF8x9CNGrZtQfCsqWN5uy45MbMOqo081/MC',
  6: 'sha384-Zk/1nQ8AApU+zpWDI24NAmLRV7R6KflYxaLV1G7ZkF0IgINubXe7e2Ps65ytyzwA',
};

it('a version of the tag that was published never changes', () => {
  const now = publishedTags.map(({ version, integrity }) => [version, integrity]);
  expect(now).toEqual(Object.entries(published).map(([version, hash]) => [Number(version), hash]));
});
