#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { checkPages, serverOf } from './check-pages.ts';
import { help } from './help.ts';
import { htmlFiles } from './html-files.ts';
import { parseOptions, type Asked } from './parse-options.ts';
import { printReport } from './print-report.ts';
import { serverAt, Unanswered } from './server.ts';

/** What the command ends with. */
const status = { right: 0, wrong: 1, unknown: 2 } as const;

const say = (sentence: string) => console.error(`live-man-check: ${sentence}`);

async function check(asked: Extract<Asked, { kind: 'check' }>): Promise<number> {
  const pages = htmlFiles(asked.path).map((file) => ({ file, html: readFileSync(file, 'utf8') }));
  const address = asked.server ?? serverOf(pages);
  if (address === null)
    throw new Unanswered(
      `Which server? None of the ${pages.length} pages loads its embed.js; --server names it.`,
    );
  const checked = await checkPages(pages, address, serverAt(address, say));
  process.stdout.write(
    asked.format === 'json'
      ? `${JSON.stringify({ server: address.origin, ...checked }, null, 2)}\n`
      : printReport(checked),
  );
  const fails = checked.findings.some(({ severity }) => asked.isStrict || severity === 'error');
  return fails ? status.wrong : status.right;
}

const asked = parseOptions(process.argv.slice(2), process.env);
switch (asked.kind) {
  case 'help':
    process.stdout.write(help);
    break;
  case 'wrong':
    say(`${asked.sentence} See live-man-check --help.`);
    process.exitCode = status.unknown;
    break;
  case 'check':
    try {
      process.exitCode = await check(asked);
    } catch (error) {
      const isFile = error instanceof Error && 'syscall' in error;
      if (!(error instanceof Unanswered) && !isFile) throw error;
      say(isFile ? `Cannot read the pages: ${error.message}` : (error as Error).message);
      process.exitCode = status.unknown;
    }
    break;
}
