/**
 * npm run test:generators [-- vitepress types …]: gets generators of sites from npm, in a folder
 * outside the project, and from Debian, and builds a tutorial with each from the listings of the guide.
 * In a browser: is the author's code shown letter for letter, and does it run? Then the types of
 * `live-man-embed`, by the checker of each framework. Ends with 2 where npm's registry or a package of
 * Debian's cannot be had.
 */
import { chromium } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './command.ts';
import { tryGenerator, tryTypes, type Workshop } from './generators/claims.ts';
import { generators } from './generators/generators-table.ts';
import { columns } from './generators/tutorial.ts';
import { startServer } from './server-process.ts';
import { SetupError } from './setup/setup-error.mjs';
import { installPackages } from './setup/system-packages.mjs';

const wanted = process.argv.slice(2);
const known = [...Object.keys(generators), 'types'];
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`no ${unknown.join(', ')}: there are ${known.join(', ')}`);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

let passed = 0;
let failed = 0;
const rows: string[] = [];
const row = (cells: readonly string[]) => cells.map((cell) => cell.padEnd(17)).join('');

function reporter(name: string, seen: Map<string, boolean>) {
  return (part: string, why: string | null) => {
    console.log(`${why === null ? '✓' : '✗'} ${name}: ${part}${why === null ? '' : `\n${why}`}`);
    seen.set(part, why === null);
    if (why === null) passed += 1;
    else failed += 1;
  };
}

async function tryAll(workshop: Workshop): Promise<void> {
  for (const [name, generator] of Object.entries(generators)) {
    if (!isWanted(name)) continue;
    const seen = new Map<string, boolean>();
    await tryGenerator(generator, workshop, reporter(generator.name, seen));
    const cells = columns.map((column) => {
      const holds = seen.get(column);
      return column in generator.without ? '–' : holds ? '✓' : '✗';
    });
    rows.push(row([generator.name, ...cells]));
    for (const [column, why] of Object.entries(generator.without))
      console.log(`– ${generator.name}: no ${column}: ${why}`);
  }
  if (isWanted('types')) await tryTypes(workshop, reporter('live-man-embed', new Map()));
}

/** Why nothing can be built here; null after all is there. */
async function whyNot(): Promise<string | null> {
  try {
    await command('npm', ['ping']);
  } catch {
    return "npm's registry does not answer.";
  }
  const debian = Object.entries(generators).flatMap(([name, generator]) =>
    isWanted(name) ? (generator.debian ?? []) : [],
  );
  try {
    await installPackages([...new Map(debian.map((each) => [each.name, each])).values()]);
  } catch (error) {
    if (error instanceof SetupError) return `${error.message}\n\n${error.remedy}`;
    throw error;
  }
  return null;
}

const folder = await mkdtemp('/var/tmp/live-man-generators-');
try {
  const why = await whyNot();
  if (why === null) {
    await command('npm', ['pack', './site/embed/package', '--pack-destination', folder]);
    const server = await startServer();
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell',
      args: ['--no-sandbox'],
    });
    const archive = join(folder, 'live-man-embed-0.1.0.tgz');
    try {
      await tryAll({ folder, archive, origin: `http://127.0.0.1:${server.port}`, browser });
    } finally {
      await browser.close();
      await server.stop();
    }
    if (rows.length > 0) console.log(['', row(['', ...columns]), ...rows].join('\n'));
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } else {
    console.error(`Nothing was tested: ${why}`);
    process.exitCode = 2;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
