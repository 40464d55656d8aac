import {
  faultCodes,
  fetchSteps,
  limitNames,
  problemCodes,
  scratches,
  tapes,
  users,
  verdicts,
} from '../../../playground-server/protocol/index.ts';
import { renderers } from '../../../site/export/formats.ts';
import { callSchema } from '../../../site/facts/call-schema.ts';
import { spellingProblems } from '../../../site/facts/goals/parse-goal.ts';
import { goalGroups } from '../../../site/facts/goals/goal-schema.ts';
import { correctionSchema } from '../../../site/facts/correction-schema.ts';
import { lenses } from '../../../site/facts/lens-table.ts';
import type { Hint } from '../../../site/playground/client/beginner-advice-table.ts';
import type { Fate } from '../../../site/playground/client/provoke/fate-of.ts';
import type { PartCheck } from '../../../site/playground/client/goals/check-goal.ts';
import { sectionIds } from '../../../site/facts/sections.ts';

const { shape } = callSchema.in;
const condition = shape.conditions.element.shape;

/**
 * Keys that the site composes while it runs, as they are in the sources, with a star for each
 * `${…}`, and what may replace it. Lists that the code has are taken from there.
 */
export const composedKeys: Readonly<Record<string, readonly string[]>> = {
  'alternates.*': Object.keys(renderers),
  'compare.*': lenses,
  'conditions.*Hint': ['refuse', 'answer', 'memory', 'scratch'],
  'conditions.scratch.*': scratches,
  'conditions.tape.*': tapes,
  'convention.*': ['minus-one-and-errno', 'negated-errno'],
  'corrections.*': correctionSchema.shape.verdict.options,
  'embed.*': ['unknown', 'wrong'],
  'embed.dialog.*': ['tag', 'iframe', 'markdown', 'address', 'image'],
  'embed.kernel.*': ['missing', 'fetching', 'language'],
  'evidence.*': ['example', 'measured', 'source'],
  'fault.*': faultCodes,
  'goal.group.*': goalGroups,
  'goal.spelling.*': spellingProblems,
  'goal.state.*': ['met', 'open', 'broken'] satisfies PartCheck['state'][],
  'lane.*': ['open', 'somewhere', 'fetched'],
  'lane.said.*': ['waiting', 'unreturned', 'fetched', 'destroyed', 'unfetched'],
  'lens.*': lenses,
  'lens.*Hint': lenses,
  // Two limits can fill the tape; a sentence of its own tells them apart.
  'limit.*': limitNames,
  // Only signals that a reader's own mistake may bring have advice: the code asks whether there is one.
  'outcome.advice.*': ['SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGABRT', 'SIGILL', 'SIGSYS'],
  'outcome.hint.*': ['noMain', 'cplusplus', 'quotes', 'space'] satisfies Hint[],
  'param.*': shape.parameters.element.shape.direction.options,
  'playground.*': [
    ...['edit', 'reset', 'undoReset', 'plainEditor', 'cancel', 'run'],
    ...['error', 'warning', 'note'],
    ...['requested', 'queued', 'compiling', 'booting', 'running'],
    ...['waiting', 'unreturned'],
  ],
  'provoke.*': [
    'handled',
    'crashed',
    'hung',
    'lost-context',
    'lost-operation',
    'unknown',
  ] satisfies Fate[],
  'playground.*.differ': ['kernels', 'runs'],
  'playground.*.same': ['kernels', 'runs'],
  'playground.*.title': ['kernels', 'runs'],
  'playground.*Hint': ['edit', 'reset', 'undoReset', 'plainEditor', 'cancel'],
  'playground.tape.*': ['errorsOnly', 'since', 'nextError', 'previousError'],
  'playground.editor.*': ['format', 'smaller', 'larger'],
  'playground.editor.*Hint': ['format', 'smaller', 'larger'],
  'playground.user.*': users,
  'playground.user.*Hint': users,
  'problem.*': problemCodes,
  'published.*': condition.published.options,
  'retry.*': condition.retry.options,
  'section.*': sectionIds,
  'status.*': [
    ...['ready', 'unready', 'silent'],
    ...['now', 'lastHour', 'limits', 'machine', 'kernels', 'preflight'],
    ...['waited', 'firstEvent', 'total'],
  ],
  'status.*Hint': ['now', 'lastHour', 'limits', 'machine', 'kernels', 'preflight'],
  'status.check.*': ['ok', 'failed', 'without'],
  'status.kernel.*': ['available', 'fetching', 'missing'],
  'status.kernel.step.*': fetchSteps,
  'status.outcome.*': [
    ...['exited', 'signalled', 'limit-exceeded', 'not-compiled', 'refused', 'cancelled'],
    'faulted',
  ],
  'verdict.*': verdicts.filter((verdict) => verdict !== 'kernel'),
};
