import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { serverPackages } from '../../scripts/keep-server-packages.mjs';

/** A stage of deploy/Dockerfile that copies something of the project into an image. */
type Stage = 'server' | 'web';

/** The paths that a stage's `COPY --from=build` takes. */
export function copiedPaths(dockerfile: string, stage: Stage): string[] {
  const [, text = ''] =
    new RegExp(`^FROM \\S+ AS ${stage}$([^]*?)^FROM `, 'm').exec(dockerfile) ?? [];
  return [...text.matchAll(/^COPY --from=build \/srv\/live-man\/(\S+) \.\/\S*$/gm)].map(
    ([, path = '']) => path,
  );
}

/** Copies into a directory what a stage of deploy/Dockerfile copies into an image. */
export function copyImageTree(directory: string, stage: Stage): void {
  for (const path of copiedPaths(readFileSync('deploy/Dockerfile', 'utf8'), stage)) {
    // scripts/keep-server-packages.mjs has left no others there.
    copy(path === 'node_modules' ? [...topmost(serverPackages()), binaries] : [path], directory);
  }
}

const binaries = 'node_modules/.bin/node';

/** A package includes those below it. */
const topmost = (paths: readonly string[]) =>
  paths.filter((path) => !path.includes('/node_modules/'));

/** Hard links where the file system has room for them. */
function copy(paths: readonly string[], directory: string): void {
  try {
    execFileSync('cp', ['-r', '--link', '--parents', ...paths, directory], { stdio: 'pipe' });
  } catch {
    execFileSync('cp', ['-r', '--parents', ...paths, directory]);
  }
}
