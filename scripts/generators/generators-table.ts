import { asciidoctor } from './asciidoctor.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import type { Generator } from './generator.ts';
import { hexo } from './hexo.ts';
import { honkit } from './honkit.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { mkdocs } from './mkdocs.ts';
import { myst } from './myst.ts';
import { nextra } from './nextra.ts';
import { pandoc } from './pandoc.ts';
import { reveal } from './reveal.ts';
import { sphinx } from './sphinx.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

/** By the names under which they can be asked for. */
export const generators: Readonly<Record<string, Generator>> = {
  asciidoctor,
  docusaurus,
  eleventy,
  hexo,
  honkit,
  hugo,
  jekyll,
  mkdocs,
  myst,
  nextra,
  pandoc,
  reveal,
  sphinx,
  starlight,
  vitepress,
};
