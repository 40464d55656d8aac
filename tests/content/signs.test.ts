import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../playground-server/protocol/index.ts';
import { exampleIds, readVariants, type Variant } from '../../scripts/record/read-variants.ts';
import { callSchema } from '../../site/facts/call-schema.ts';
import { errnoTable } from '../../site/facts/errno-table.ts';
import { applyEvent } from '../../site/playground/client/apply-event.ts';
import { createExplainer } from '../../site/playground/client/explain/explain-errno.ts';
import { eventsOf, resultOf } from '../../site/playground/client/row-values.ts';
import { idleRun } from '../../site/playground/client/run-state.ts';

const calls = readdirSync('content/calls').map((file) =>
  callSchema.parse(parse(readFileSync(`content/calls/${file}`, 'utf8'))),
);
const table = errnoTable(calls);
const conditionOf = new Map(
  calls.flatMap(({ call, conditions }) =>
    conditions.map((condition) => [`${call}#${condition.id}`, condition]),
  ),
);

/** The condition that the signs alone find for each errno of a recorded tape, or null. */
function found({ tapePath }: Variant): { errno: string; call: string; condition: string | null }[] {
  const tape = JSON.parse(readFileSync(tapePath, 'utf8')) as RunEvent[];
  const run = tape.reduce(applyEvent, idleRun);
  const explainer = createExplainer(table, 'en', () => []);
  const condition = (href: string | null) => {
    const [, page, anchor] = /man2\/(\w+)\/#(.*)$/.exec(href ?? '') ?? [];
    return conditionOf.has(`${page}#${anchor}`) ? `${page}#${anchor}` : null;
  };
  return run.rows.flatMap((row) => {
    const { status } = row;
    const errno = status.kind === 'returned' ? status.errno?.name : undefined;
    const returned = errno && {
      errno,
      call: row.name,
      condition: condition(explainer.ofCall(row, run)),
    };
    const delivered = eventsOf(row).flatMap((event) => {
      const inEvent = resultOf(event)?.errno?.name;
      const at = condition(explainer.ofEvent(event, row, run));
      return inEvent ? [{ errno: inEvent, call: 'io_event', condition: at }] : [];
    });
    return [...(returned ? [returned] : []), ...delivered];
  });
}

/** What an example proves about this call and errno; several conditions prove nothing about one. */
function provedOf({ facts: { proves } }: Variant, call: string, errno: string): string[] {
  return proves.filter((condition) => {
    const facts = conditionOf.get(condition);
    const shownBy = facts?.shows === 'event-res' ? 'io_event' : condition.split('#')[0];
    return facts?.errno === errno && shownBy === call;
  });
}

const variants = exampleIds().flatMap(readVariants);

describe('the signs of the conditions', () => {
  it('never contradict what a recorded example proves', () => {
    const wrong = variants.flatMap((variant) =>
      found(variant)
        .filter(({ call, errno, condition }) => {
          const proved = provedOf(variant, call, errno);
          return condition && proved.length > 0 && !proved.includes(condition);
        })
        .map(({ condition }) => `${variant.id}: ${condition}`),
    );
    expect(wrong).toEqual([]);
  });

  it('identify the exact condition of most proofs', () => {
    const proofs = variants.flatMap((variant) =>
      found(variant).flatMap(({ call, errno, condition }) => {
        const proved = provedOf(variant, call, errno);
        return proved.length > 0 ? [condition] : [];
      }),
    );
    const told = proofs.filter((condition) => condition !== null);
    expect(told.length / proofs.length).toBeGreaterThan(0.75);
  });
});
