import { createExplainer } from '../playground/client/explain/explain-errno.ts';
import { idleRun, type TapeRow } from '../playground/client/run-state.ts';
import { explainErrnos } from '../playground/view/errno/errno-panel.ts';
import { inSlices, type Step } from '../playground/view/in-slices.ts';
import { laneFigure } from '../playground/view/lane/lane-figure.ts';
import { TapeView } from '../playground/view/tape/tape-view.ts';
import { createWords } from '../words/words.ts';
import { joinTraces } from './join-traces.ts';
import { readTrace, rowsOf } from './rows-of.ts';
import type { StraceFacts } from './strace-facts.ts';
import { traceReport } from './trace-report.ts';

/** A longer text would keep the page busy for seconds. */
const mostMiB = 16;
const mostBytes = mostMiB * 1024 * 1024;

const facts = JSON.parse(document.querySelector('[data-strace-facts]')!.textContent) as StraceFacts;
const words = createWords(facts.lang, facts.strings);
const form = document.querySelector<HTMLFormElement>('[data-strace]')!;
const tape = document.querySelector<HTMLElement>('[data-strace-tape]')!;
const lane = tape.querySelector<HTMLElement>('.lane')!;
const saying = form.querySelector('[data-said]')!;
const { text, file, all } = form.elements as unknown as Record<
  'text' | 'file' | 'all',
  HTMLInputElement
>;

const context = {
  id: 'strace',
  words,
  explain: createExplainer(facts.errnos, facts.lang, () => []),
};
const view = new TapeView(tape.querySelector('.tape')!, context, idleRun);
const unchanged = { differences: new Map(), missing: [] };

/** What has been read, which is more than the text field holds where it came from a file. */
let read = readTapes('');
let showing: Iterator<Step> = [][Symbol.iterator]();

function readTapes(text: string) {
  const trace = readTrace(text);
  const isAio = (name: string) => name in facts.calls.parameters;
  return {
    trace,
    aio: rowsOf(trace, facts.calls, isAio),
    whole: rowsOf(trace, facts.calls),
  };
}

function take(content: string): void {
  if (content.length > mostBytes) return refuse();
  read = readTapes(content);
  show();
}

function refuse(): void {
  read = readTapes('');
  show(words.say('strace.tooLong', { most: mostMiB }));
}

/** @param refusal why there is nothing to show */
function show(refusal: string | null = null): void {
  const { trace, aio, whole } = read;
  const hasAio = aio.rows.length > 0;
  all.parentElement!.hidden = !hasAio || aio.rows.length === whole.rows.length;
  const shown = hasAio && !all.checked ? aio : whole;
  saying.textContent = refusal ?? traceReport(trace, shown, hasAio, words);
  tape.hidden = shown.rows.length === 0;
  void showRows(shown.rows);
}

async function showRows(rows: readonly TapeRow[]): Promise<void> {
  // What was being shown is given up: a text that arrives piece by piece would be shown as often.
  showing.return?.();
  view.begin();
  const own = (showing = view.show({ ...idleRun, rows }, unchanged));
  await inSlices(own);
  if (showing !== own) return;
  view.end('', []);
  showLane(rows);
}

function showLane(rows: readonly TapeRow[]): void {
  const figure = laneFigure(rows, context);
  lane.hidden = !figure;
  lane.querySelector('[data-figure]')!.innerHTML = figure?.markup ?? '';
}

text.addEventListener('input', () => take(text.value));
all.addEventListener('change', () => show());
file.addEventListener('change', () => void open(file.files));
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('dragover', (event) => event.preventDefault());
form.addEventListener('drop', (event) => {
  const dropped = event.dataTransfer?.files;
  if (!dropped || dropped.length === 0) return;
  event.preventDefault();
  void open(dropped);
});

async function open(chosen: FileList | null): Promise<void> {
  if (!chosen || chosen.length === 0) return;
  const sizeBytes = [...chosen].reduce((sum, { size }) => sum + size, 0);
  if (sizeBytes > mostBytes) return refuse();
  const files = await Promise.all(
    [...chosen].map(async (each) => ({ name: each.name, text: await each.text() })),
  );
  const content = joinTraces(files);
  text.value = content.slice(0, 64 * 1024);
  take(content);
}

explainErrnos(tape, words);
form.hidden = false;
