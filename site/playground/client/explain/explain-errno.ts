import type { Verdict } from '../../../../playground-server/protocol/index.ts';
import type { ErrnoPlace, ErrnoTable } from '../../../facts/errno-table.ts';
import { pathTo } from '../../../facts/volumes.ts';
import { operationsOf } from '../operations.ts';
import { resultOf } from '../row-values.ts';
import type { StoredEvent } from '../row-values.ts';
import { hasFailed } from '../run-state.ts';
import type { TapeRow } from '../run-state.ts';
import { findErrorCondition } from './find-error-condition.ts';
import type { Scope } from './judge-sign.ts';
import { scopeOf } from './scope-of.ts';
import type { Tape } from './scope-of.ts';

/** Where the manual explains an errno, in the reader's language; null if no page does. */
export interface ErrnoExplainer {
  /** The errno that a call set. */
  ofCall(row: TapeRow, tape: Tape): string | null;
  /** The errno in an event that this call has fetched. */
  ofEvent(event: StoredEvent, row: TapeRow, tape: Tape): string | null;
}

/**
 * Leads from an errno to the exact error condition, as far as the tape can tell, or else the
 * example `proves` it (`io_setup#einval-nr-zero`); otherwise to all error conditions of that errno.
 */
export function createExplainer(
  table: ErrnoTable,
  lang: string,
  proves: () => readonly string[],
): ErrnoExplainer {
  const link = (place: ErrnoPlace | undefined, scope: () => Scope, verdict: Verdict) => {
    if (!place) return null;
    const id = findErrorCondition(place.conditions, scope(), verdict) ?? proved(place, proves());
    return `/${lang}/${pathTo('call', place.page)}/#${id ?? place.group}`;
  };
  return {
    ofCall(row, tape) {
      if (!hasFailed(row)) return null;
      const { name, status } = row;
      const place = table[name]?.[status.errno.name];
      return link(place, () => scopeOf(row, tape), status.verdict);
    },
    ofEvent(event, row, tape) {
      const errno = resultOf(event)?.errno;
      const place = errno ? table['io_event']?.[errno.name] : undefined;
      const operation = operationsOf(tape.rows).byEvent.get(event);
      return link(place, () => scopeOf(row, tape, operation?.submitted), 'kernel');
    },
  };
}

function proved({ page, conditions }: ErrnoPlace, proves: readonly string[]): string | null {
  const [only, ...others] = conditions.filter(({ id }) => proves.includes(`${page}#${id}`));
  return only && others.length === 0 ? only.id : null;
}
