import type { Result } from '../../playground-server/protocol/index.ts';
import { applyEvents } from '../playground/client/apply-event.ts';
import { idleRun } from '../playground/client/run-state.ts';
import type { Card } from './card-content.ts';
import { ranOn } from './ran-on.ts';

/** What the card of a kept result shows. */
export function resultCard({ events, ranAt, request }: Result, title: string): Card {
  const { rows, untold, environment } = applyEvents(idleRun, events);
  const { language, source } = request;
  return { title, language, source, rows, untold, ran: ranOn(environment, ranAt) };
}
