import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import type { Generator } from './generator.ts';
import { reveal } from './reveal.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

/** By the names under which they can be asked for. */
export const generators: Readonly<Record<string, Generator>> = {
  docusaurus,
  eleventy,
  reveal,
  starlight,
  vitepress,
};
