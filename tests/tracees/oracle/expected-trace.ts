/** A call that a tracee's header announces, in strace's words, and the line that makes it. */
export interface ExpectedCall {
  text: string;
  /** null where no line of the tracee's own file makes the call */
  line: number | null;
}

/** What the comment at the head of a tracee says about its trace. */
export interface ExpectedTrace {
  /** calls by thread, threads in the order of birth, those without a call left out */
  threads: ExpectedCall[][];
  signals: { name: string; line: number | null }[];
  /** "exited 0", "signalled SIGKILL" */
  ends: string;
}

/**
 * Reads ` * thread 2: io_getevents = 1 @wait x3`, ` * signal: SIGALRM @wait` and ` * ends: exited 0`.
 * `@wait` names the line that holds the comment `@wait`; `@none` is no line.
 * `thread 2-9:` announces the same for each of them; calls that are
 * repeated in turns are separated by commas. Throws when a line has another form.
 */
export function expectedTrace(source: string): ExpectedTrace {
  const header = source.slice(0, source.indexOf('*/'));
  const trace: ExpectedTrace = { threads: [], signals: [], ends: '' };
  const said = header.split('\n').filter((line) => /^ \* (thread|signal|ends)\b/.test(line));
  for (const line of said) {
    const call = /^ \* thread (\d+)(?:-(\d+))?: (.+? @[\w-]+)(?: x(\d+))?$/.exec(line);
    const signal = /^ \* signal: (SIG\w+) @([\w-]+)$/.exec(line);
    const ends = /^ \* ends: (\w+ \w+)$/.exec(line);
    if (call) addCalls(trace, call, source);
    else if (signal) trace.signals.push({ name: signal[1]!, line: markedLine(source, signal[2]!) });
    else if (ends) trace.ends = ends[1]!;
    else throw new Error(`not a line of a trace: ${line}`);
  }
  return trace;
}

function addCalls(trace: ExpectedTrace, match: RegExpExecArray, source: string): void {
  const [, first, last = first, turn = '', times = '1'] = match;
  const calls = turn.split(', ').map((call): ExpectedCall => {
    const [text = '', mark = ''] = call.split(' @');
    return { text, line: markedLine(source, mark) };
  });
  for (let thread = Number(first); thread <= Number(last); thread++) {
    for (let i = 0; i < Number(times); i++) (trace.threads[thread - 1] ??= []).push(...calls);
  }
}

function markedLine(source: string, mark: string): number | null {
  if (mark === 'none') return null;
  const index = source.split('\n').findIndex((line) => line.includes(`/* @${mark} */`));
  if (index < 0) throw new Error(`no line is marked /* @${mark} */`);
  return index + 1;
}
