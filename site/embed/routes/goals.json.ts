import type { APIContext } from 'astro';
import { languages, type Lang } from '../../facts/localized.ts';
import { readGoals } from '../../facts/goals/read-goals.ts';
import { askedGoal } from '../../playground/client/goals/asked-goal.ts';
import { wordsOf } from '../../words/words-of.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

/** `/embed/goals/en.json`: the goals of the site by their ids, for frames whose author names one. */
export async function GET({ params }: APIContext): Promise<Response> {
  const words = wordsOf(params['lang'] as Lang);
  const entries = (await readGoals()).map(
    ({ id, facts }) => [id, askedGoal(facts.pattern, words)] as const,
  );
  return Response.json(Object.fromEntries(entries));
}
