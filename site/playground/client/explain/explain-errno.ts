import type { DecodedValue, Verdict } from '../../../../playground-server/protocol/index.ts';
import type { ErrnoPlace, ErrnoTable } from '../../../facts/errno-table.ts';
import { requestsOf } from '../requests.ts';
import type { TapeRow } from '../run-state.ts';
import { findCondition } from './find-condition.ts';
import type { Scope } from './judge.ts';
import { scopeOf } from './scope-of.ts';
import type { Tape } from './scope-of.ts';

/** Where the manual explains an errno, in the reader's language; null where no page states it. */
export interface ErrnoExplainer {
  /** The errno that a call set. */
  ofCall(row: TapeRow, tape: Tape): string | null;
  /** The errno that an event carries, which this call has fetched. */
  ofEvent(event: DecodedValue, row: TapeRow, tape: Tape): string | null;
}

/**
 * Leads from an errno to the exact condition as far as the tape can tell, or else as far as the
 * example `proves` it (`io_setup#einval-nr-zero`); otherwise to all conditions of that errno.
 */
export function createExplainer(
  table: ErrnoTable,
  lang: string,
  proves: () => readonly string[],
): ErrnoExplainer {
  const link = (place: ErrnoPlace | undefined, scope: () => Scope, verdict: Verdict) => {
    if (!place) return null;
    const id = findCondition(place.conditions, scope(), verdict) ?? proved(place, proves());
    return `/${lang}/man2/${place.page}/#${id ?? place.group}`;
  };
  return {
    ofCall(row, tape) {
      const { status } = row;
      if (status.kind !== 'returned' || !status.errno) return null;
      const place = table[row.name]?.[status.errno.name];
      return link(place, () => scopeOf(row, tape), status.verdict);
    },
    ofEvent(event, row, tape) {
      const errno = errnoOfEvent(event);
      const place = errno === null ? undefined : table['io_event']?.[errno];
      const request = requestsOf(tape.rows).find(
        (each) => each.event === event && each.reapedBy === row,
      );
      return link(place, () => scopeOf(row, tape, request?.submitted), 'kernel');
    },
  };
}

/** The errno that an event carries instead of a result, if any. */
export function errnoOfEvent({ fields = [] }: DecodedValue): string | null {
  const res = fields.find(({ name }) => name === 'res')?.text ?? '';
  return /^-\d+ (E[A-Z0-9]+)$/.exec(res)?.[1] ?? null;
}

function proved({ page, conditions }: ErrnoPlace, proves: readonly string[]): string | null {
  const [only, ...others] = conditions.filter(({ id }) => proves.includes(`${page}#${id}`));
  return only && others.length === 0 ? only.id : null;
}
