import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkerFiles, nodeRootFiles } from '../../compile/node-root.ts';
import { strippedGuest } from '../../compile/stripped-guest.ts';
import { runtimeFiles, toolchainFiles } from '../../compile/toolchain-root.ts';
import { checkerPath } from '../../sandbox/plan-tool.ts';
import { emptyFile } from '../../sandbox/plan.ts';
import { programPath } from '../../sandbox/plan-program.ts';
import { forEachTape } from '../../decode/families/shown-calls.ts';
import { tapes, usualTape, type Tape } from '../../protocol/index.ts';
import { renderPolicy } from '../../sandbox/policy/render-policy.ts';
import { makeRootDirectory, type RootPlan } from '../../sandbox/root-directory.ts';
import { etcFiles } from './etc-files.ts';
import type { Policies } from './policies.ts';

/** What all sandboxes use and none may change. */
export interface SharedPaths {
  programRoot: string;
  toolRoot: string;
  /** of TypeScript snippets, and of the tools that run on Node */
  nodeRoot: string;
  /** what the type checker reads in addition */
  checkerRoot: string;
  /** files with the seccomp filters' BPF; a program's decides which calls stop it */
  programFilters: Readonly<Record<Tape, string>>;
  toolFilter: string;
  zygoteFilter: string;
  nodeFilter: string;
}

export interface SharedFiles {
  paths: SharedPaths;
  /** Makes whatever is missing, and returns how many files and directories that was. */
  make(): Promise<number>;
}

/** Name of the folder for what programs can open. */
export const memoryName = 'memory';

const pathsIn = (folder: string): SharedPaths => ({
  programRoot: join(folder, memoryName, 'program-root'),
  toolRoot: join(folder, 'tool-root'),
  nodeRoot: join(folder, memoryName, 'node-root'),
  checkerRoot: join(folder, 'checker-root'),
  programFilters: forEachTape((tape) => join(folder, `program-${tape}.bpf`)),
  toolFilter: join(folder, 'tool.bpf'),
  zygoteFilter: join(folder, 'zygote.bpf'),
  nodeFilter: join(folder, 'node.bpf'),
});

/** Plans them; if the host lacks something, throws what to install. */
export async function sharedFiles(folder: string, policies: Policies): Promise<SharedFiles> {
  const paths = pathsIn(folder);
  const roots = await rootPlans(paths);
  return {
    paths,
    async make() {
      let made = 0;
      for (const root of roots) made += await makeRootDirectory(root);
      for (const tape of tapes) {
        const rendered = () => renderPolicy(policies.program[tape], 'traced');
        made += await makeFile(paths.programFilters[tape], rendered);
      }
      for (const kind of ['tool', 'zygote'] as const)
        made += await makeFile(paths[`${kind}Filter`], () =>
          renderPolicy(policies[kind], 'untraced'),
        );
      made += await makeFile(paths.nodeFilter, () =>
        renderPolicy(policies.node[usualTape], 'traced-later'),
      );
      return made;
    },
  };
}

async function rootPlans(paths: SharedPaths): Promise<RootPlan[]> {
  const runtime = await runtimeFiles();
  const nodeFiles = await nodeRootFiles(runtime);
  const [toolFiles, checker, stripped] = await Promise.all([
    toolchainFiles(),
    checkerFiles(),
    strippedGuest(nodeFiles),
  ]);
  return [
    {
      path: paths.programRoot,
      files: runtime,
      placeholders: [programPath, emptyFile],
      texts: etcFiles,
    },
    { path: paths.toolRoot, files: toolFiles, placeholders: [] },
    {
      path: paths.nodeRoot,
      files: nodeFiles,
      placeholders: [emptyFile],
      texts: { ...etcFiles, ...stripped },
      mounts: [checkerPath],
    },
    { path: paths.checkerRoot, files: checker, placeholders: [] },
  ];
}

async function makeFile(path: string, content: () => Uint8Array): Promise<number> {
  if (existsSync(path)) return 0;
  await writeFile(path, content());
  return 1;
}

/** @param count files and directories */
export const cleanedAway = (count: number): string =>
  `${count} files of the work directory were gone and have been made again.`;
