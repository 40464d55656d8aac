import { getEntry } from 'astro:content';
import type { Correction } from './correction-schema.ts';
import { inLanguage } from './localized.ts';
import { exampleHref } from './manual.ts';
import { pagePath } from './page-reference.ts';
import { pathTo, referenceTo } from './volumes.ts';

/** A proof as a link for readers. Throws if its condition, example or page does not exist. */
export async function proofLink(
  proof: Correction['proofs'][number],
  lang: string,
): Promise<{ href: string; text: string }> {
  switch (proof.kind) {
    case 'condition': {
      const [call = '', id] = proof.condition.split('#');
      const facts = await getEntry('calls', call);
      if (!facts?.data.conditions.some((known) => known.id === id))
        throw new Error(`content/corrections.yaml names ${proof.condition}, which no page states.`);
      return {
        href: `/${lang}/${pathTo('call', call)}/#${id}`,
        text: `${referenceTo('call', call)} ${id}`,
      };
    }
    case 'example': {
      const facts = await getEntry('examples', proof.example);
      if (!facts) throw new Error(`There is no example ${proof.example}.`);
      return {
        href: exampleHref(lang, proof.example),
        text: inLanguage(facts.data.title, lang),
      };
    }
    case 'page':
      return { href: `/${lang}/${pagePath(proof.page)}/`, text: proof.page };
  }
}
