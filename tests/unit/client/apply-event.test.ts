import { describe, expect, it } from 'vitest';
import { numberValue } from '../../../playground-server/decode/make-value.ts';
import { applyEvent } from '../../../site/playground/client/apply-event.ts';
import { accepted, after, compiled, einval, entry, exit, finished, stamped } from './events.ts';

describe('applyEvent', () => {
  it('goes from accepted through queued and compiled to finished', () => {
    expect(after(accepted).phase.kind).toBe('compiling');
    expect(after(accepted, { kind: 'queued', position: 3 }).phase).toEqual({
      kind: 'queued',
      position: 3,
    });
    expect(after(accepted, compiled).phase.kind).toBe('running');
    expect(after(accepted, compiled, finished).phase).toEqual({
      kind: 'finished',
      outcome: { kind: 'exited', status: 0 },
    });
  });

  it('keeps limits and environment of the run', () => {
    const { limits, environment } = after(accepted);
    expect(limits?.wallTimeMs).toBe(5000);
    expect(environment?.kernel).toBe('6.18.44');
  });

  it('shows a call that has not returned as waiting', () => {
    expect(after(accepted, entry(1)).rows).toMatchObject([
      { call: 1, status: { kind: 'waiting' } },
    ]);
  });

  it('pairs exits with entries by call, whatever their order', () => {
    const { rows } = after(accepted, entry(1), entry(2), exit(2), exit(1, '-1', einval));
    expect(rows.map(({ call }) => call)).toEqual([1, 2]);
    expect(rows[0]?.status).toMatchObject({ returned: '-1', errno: einval });
    expect(rows[1]?.status).toMatchObject({ returned: '0', errno: null });
  });

  it('takes the arguments as they are readable after the call', () => {
    const left = exit(1);
    if (left.kind === 'syscall-exit') left.arguments = [numberValue('nr_events', 7n)];
    expect(after(entry(1), left).rows[0]?.arguments).toEqual([numberValue('nr_events', 7n)]);
  });

  it('shows an exit whose entry was never seen', () => {
    expect(after(accepted, exit(4)).rows).toMatchObject([{ call: 4, status: { returned: '0' } }]);
  });

  it('marks a call that never came back when the run is over', () => {
    const { rows } = after(accepted, entry(1), {
      kind: 'finished',
      outcome: { kind: 'limit-exceeded', limit: 'wall-time' },
    });
    expect(rows[0]?.status.kind).toBe('unreturned');
  });

  it('keeps stdout and stderr in the order they arrived, joining neighbours', () => {
    const { output } = after(
      { kind: 'output', stream: 'stdout', text: 'a' },
      { kind: 'output', stream: 'stdout', text: 'b\n' },
      { kind: 'output', stream: 'stderr', text: 'oh' },
      { kind: 'output', stream: 'stdout', text: 'c' },
    );
    expect(output).toEqual([
      { stream: 'stdout', text: 'ab\n' },
      { stream: 'stderr', text: 'oh' },
      { stream: 'stdout', text: 'c' },
    ]);
  });

  it('keeps diagnostics of a snippet that does not compile', () => {
    const state = after(
      accepted,
      { kind: 'diagnostic', severity: 'error', line: 3, column: 5, message: "expected ';'" },
      { kind: 'finished', outcome: { kind: 'not-compiled' } },
    );
    expect(state.diagnostics).toEqual([
      { severity: 'error', line: 3, column: 5, message: "expected ';'" },
    ]);
  });

  it('keeps the signal and the line where it struck', () => {
    const { signals } = after(accepted, { kind: 'signal', name: 'SIGSEGV', line: 12 });
    expect(signals).toEqual([{ name: 'SIGSEGV', line: 12 }]);
  });

  it('ignores what comes after the end', () => {
    const end = after(accepted, finished);
    expect(stamped([entry(1)]).reduce(applyEvent, end)).toBe(end);
  });

  it('leaves the earlier state as it was', () => {
    const before = after(accepted, entry(1));
    stamped([exit(1)]).reduce(applyEvent, before);
    expect(before.rows[0]?.status.kind).toBe('waiting');
  });
});
