import { getCollection } from 'astro:content';
import { goalGroups, type GoalFacts } from './goal-schema.ts';

const sources = import.meta.glob<string>('/content/goals/*/*.c', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A goal as the site shows it. */
export interface Goal {
  id: string;
  facts: GoalFacts;
  /** The program that a reader begins with. */
  start: string;
  /** Programs that meet it. */
  solutions: string[];
}

/** All goals, in the order in which a reader goes through them. */
export async function readGoals(): Promise<Goal[]> {
  const goals = (await getCollection('goals')).map(({ id, data }): Goal => {
    const folder = `/content/goals/${id}/`;
    const start = sources[`${folder}start.c`];
    if (start === undefined) throw new Error(`content/goals/${id} has no start.c`);
    const others = Object.keys(sources).filter(
      (path) => path.startsWith(folder) && !path.endsWith('/start.c'),
    );
    return {
      id,
      facts: data,
      start,
      solutions: others.sort(shorterFirst).map((path) => sources[path]!),
    };
  });
  return goals.sort((a, b) => orderOf(a) - orderOf(b));
}

/** `solution.c` comes before `solution-2.c`. */
const shorterFirst = (a: string, b: string): number => a.length - b.length || a.localeCompare(b);

const orderOf = ({ facts }: Goal): number => goalGroups.indexOf(facts.group) * 1000 + facts.place;

/** Address of a goal's page. */
export const goalHref = (lang: string, id: string): string => `/${lang}/learn/${id}/`;
