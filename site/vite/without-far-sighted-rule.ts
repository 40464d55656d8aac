import type { Plugin } from 'vite';

/** `.sl-markdown-content :is(ol, ul):has(…) > li > :is(…) { … }`, with the comments inside. */
const farSighted = /\.sl-markdown-content\s+:is\(ol, ul\):has\([^{}]*\{[^{}]*\}/;

/**
 * Takes a rule out of Starlight's prose: because of its `:has(~ …)`, a browser styles the whole page
 * anew whenever an element comes anywhere, which a tape's rows do by the thousand. It gives blocks
 * that end an item of a list a margin; every list of this site sets its own.
 */
export function withoutFarSightedRule(): Plugin {
  return {
    name: 'live-man-without-far-sighted-rule',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/starlight\/.*\/markdown\.css$/.test(id)) return null;
      if (!farSighted.test(code))
        this.error('Starlight’s prose no longer has the rule to leave out');
      return code.replace(farSighted, '');
    },
  };
}
