import { errnos } from '../../facts/errnos.ts';
import { withAliases } from '../../facts/example-alias-table.ts';
import { framedVariants } from '../../facts/framed-variants.ts';
import { goalPrefix } from '../../facts/goals/goal-name.ts';
import { readGoals } from '../../facts/goals/read-goals.ts';
import { namesIn } from '../../facts/goals/names-in.ts';
import type { SiteNames } from '../site-names.ts';

/** `/embed/names.json`: the names that authors write, for `live-man-check`. */
export async function GET(): Promise<Response> {
  const framed = withAliases(await framedVariants());
  const goals = await readGoals();
  const sources = [
    ...framed.map(({ name, variant }) => [name, variant.source] as const),
    ...goals.map(({ id, start }) => [goalPrefix + id, start] as const),
  ];
  const lines = sources.map(
    ([name, source]) => [name, source.trimEnd().split('\n').length] as const,
  );
  const names: SiteNames = {
    examples: Object.fromEntries(lines),
    goals: goals.map(({ id }) => id),
    ...namesIn(errnos),
  };
  return Response.json(names);
}
