import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What `COPY --from=build` of the stage `server` of deploy/Dockerfile takes along. */
export function imageContents(dockerfile: string): string[] {
  const [, stage = ''] = /^FROM \S+ AS server$([^]*?)^FROM /m.exec(dockerfile) ?? [];
  return [...stage.matchAll(/^COPY --from=build \/srv\/live-man\/(\S+) \.\/\S*$/gm)].map(
    ([, path = '']) => path,
  );
}

/** Copies into a directory what deploy/Dockerfile copies into an image. */
export function copyImageTree(directory: string): void {
  for (const path of imageContents(readFileSync('deploy/Dockerfile', 'utf8'))) {
    copy(path === 'node_modules' ? productionPackages() : [path], directory);
  }
}

/** What `npm prune --omit=dev` leaves. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  const kept = Object.keys(packages).filter((path) => !packages[path]!.dev);
  // A package brings those below it along.
  return kept.filter((path) => !path.includes('/node_modules/'));
}

/** Hard links where the file system has room for them: a copy of it all would be 600 MB. */
function copy(paths: readonly string[], directory: string): void {
  try {
    execFileSync('cp', ['-r', '--link', '--parents', ...paths, directory], { stdio: 'pipe' });
  } catch {
    execFileSync('cp', ['-r', '--parents', ...paths, directory]);
  }
}
