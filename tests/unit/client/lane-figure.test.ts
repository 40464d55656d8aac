import { expect, it } from 'vitest';
import english from '../../../content/i18n/en.json' with { type: 'json' };
import type { UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { laneFigure } from '../../../site/playground/view/lane/lane-figure.ts';
import { createWords } from '../../../site/words/words.ts';
import { after, entry, exit } from './events.ts';
import { destroys, reaps, setsUp, submits } from './lives.ts';

const context = {
  id: 'first',
  words: createWords('en', english),
  explain: { ofCall: () => null, ofEvent: () => null },
};
const figure = (...events: UnstampedEvent[]) =>
  laneFigure(after(...events).rows, context)?.markup ?? null;

it('draws nothing for a tape of short calls without a request', () => {
  expect(figure(entry(1), exit(1))).toBeNull();
});

it('draws a call that waits', () => {
  expect(figure(entry(1))).toContain('data-tone="waiting"');
});

it('says in words what it shows', () => {
  const markup = figure(
    ...setsUp(1),
    ...submits(2, ['0xa']),
    ...reaps(3, [], 1),
    ...reaps(4, ['0xa']),
  );
  const sentence =
    'Request 1, POLL: submitted by io_submit (line 9). It was certainly not complete for the first ' +
    '2 μs. Its event was fetched by io_getevents (line 9), 5 μs after the submission.';
  expect(markup).toContain(`aria-label="${sentence}"`);
  expect(markup).toContain(`<li>${sentence}</li>`);
});

it('shows where a completion must lie, never a moment for it', () => {
  const markup = figure(...submits(1, ['0xa']), ...reaps(2, ['0xa']));
  expect(markup).toContain('class="somewhere"');
  expect(markup).not.toContain('class="open"');
  expect(markup).toContain('no tape can tell when');
});

it('marks the fetching of an event only where one was fetched', () => {
  expect(figure(...submits(1, ['0xa']), ...reaps(2, ['0xa']))).toContain('class="fetched"');
  expect(figure(...submits(1, ['0xa']), ...destroys(2))).not.toContain('class="fetched"');
});
