import { cardSize } from '../../../playground-server/protocol/card-size.ts';
import { exampleCard } from '../../card/example-card.ts';
import { goalPrefix } from '../../facts/goals/goal-name.ts';
import { readGoals } from '../../facts/goals/read-goals.ts';
import { pageOfExample } from '../../facts/manual.ts';
import { withAliases } from '../../facts/example-alias-table.ts';
import { framedVariants } from '../../facts/framed-variants.ts';
import { frameHeight } from '../frame-height.ts';

/** `/embed/examples.json`: what the server's oEmbed endpoint knows of each frame, by its name. */
export async function GET(): Promise<Response> {
  const framed = withAliases(await framedVariants());
  const entries = framed.map((each) => {
    const { name, example, facts, variant } = each;
    const height = frameHeight(variant.source, variant.recorded);
    const picture = cardSize(exampleCard(each));
    return [name, { title: facts.title, page: pageOfExample(example), height, picture }] as const;
  });
  const goals = (await readGoals()).map(({ id, facts, start }) => {
    const height = frameHeight(start, []);
    return [goalPrefix + id, { title: facts.title, page: `learn/${id}`, height }] as const;
  });
  return Response.json(Object.fromEntries([...entries, ...goals]));
}
