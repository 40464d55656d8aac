import { readFileSync } from 'node:fs';
import type { RunEvent } from '../../../playground-server/protocol/index.ts';
import type { Variant } from '../../../scripts/record/read-variants.ts';
import { applyEvent } from '../../../site/playground/client/apply-event.ts';
import { idleRun, type TapeRow } from '../../../site/playground/client/run-state.ts';

/** The rows of a recorded tape. */
export const tapeOf = ({ tapePath }: Variant): readonly TapeRow[] =>
  (JSON.parse(readFileSync(tapePath, 'utf8')) as RunEvent[]).reduce(applyEvent, idleRun).rows;
