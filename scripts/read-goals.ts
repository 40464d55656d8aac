import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { goalSchema, type GoalFacts } from '../site/facts/goals/goal-schema.ts';

const goalsFolder = 'content/goals';

/** A goal with its programs, as the site has them. */
export interface GoalFiles {
  id: string;
  facts: GoalFacts;
  /** By their names: `start.c`, which does not meet the goal, and `solution….c`, which do. */
  programs: { name: string; source: string }[];
}

/** Every goal in content/goals, in the order of their names. */
export const readGoals = (): GoalFiles[] =>
  readdirSync(goalsFolder)
    .sort()
    .map((id) => {
      const folder = join(goalsFolder, id);
      const read = (name: string) => readFileSync(join(folder, name), 'utf8');
      return {
        id,
        facts: goalSchema.parse(parse(read('goal.yaml'))),
        programs: readdirSync(folder)
          .filter((name) => name.endsWith('.c'))
          .sort()
          .map((name) => ({ name, source: read(name) })),
      };
    });
