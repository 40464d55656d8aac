import type { Browser } from '@playwright/test';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../command.ts';
import { execute, install, writeFiles } from './build-tutorial.ts';
import { frameworks } from './frameworks-table.ts';
import type { Generator } from './generator.ts';
import { openTutorial } from './prove-tutorial.ts';
import { serveFolder } from './serve-folder.ts';
import { writeTutorial } from './tutorial.ts';

/** What the claims need. */
export interface Workshop {
  /** A folder outside the project, so that nothing is found in its node_modules. */
  folder: string;
  /** The packed `live-man-embed`. */
  archive: string;
  /** Where the playground server is. */
  origin: string;
  browser: Browser;
}

/** Says of one part of a generator or framework that it holds, or why not. */
export type Report = (part: string, why: string | null) => void;

const whyNot = (prove: Promise<unknown>): Promise<string | null> =>
  prove.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

/** Builds a tutorial with a generator, and reads it. */
export async function tryGenerator(
  generator: Generator,
  { folder, archive, origin, browser }: Workshop,
  report: Report,
): Promise<void> {
  const own = await mkdtemp(join(folder, 'generator-'));
  const built = await whyNot(
    install(own, generator.packages, [archive])
      .then(() => writeFiles(own, generator.files(writeTutorial(origin))))
      .then(() => (generator.build.length > 0 ? execute(own, generator.build) : '')),
  );
  report('build', built);
  if (built === null) {
    const server = await serveFolder(join(own, generator.output));
    for (const [part, prove] of await openTutorial(browser, server.url, generator))
      report(part, await whyNot(prove()));
    server.close();
  }
  await rm(own, { recursive: true, force: true });
}

/** Has each framework's own checker look at uses of the element, right and wrong ones. */
export async function tryTypes(
  { folder, archive }: Pick<Workshop, 'folder' | 'archive'>,
  report: Report,
): Promise<void> {
  for (const [name, { packages, files, check, entry }] of Object.entries(frameworks)) {
    const own = join(folder, entry + name.replace(/\D/g, ''));
    await mkdir(own);
    const prove = async () => {
      await install(own, packages, [archive]);
      await writeFiles(own, files);
      await execute(own, check);
      // Bundlers meet the import, too.
      const script = `import 'live-man-embed/${entry}';`;
      await command(process.execPath, ['--input-type=module', '-e', script], { cwd: own });
    };
    report(`types in ${name}`, await whyNot(prove()));
  }
}
