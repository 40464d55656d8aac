/**
 * npm run test:containers: builds both images of deploy/Dockerfile, starts deploy/compose.yaml, both
 * unchanged and with a real engine, and drives it: limits, a runner killed, a rolling restart. As
 * root on Debian 12; it installs docker.io. Ends with 2 where no engine can be had.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildImages, standInNote } from './containers/build-images.ts';
import { startEngine } from './containers/engine.ts';
import { installEngine } from './containers/install.ts';

// Not /tmp, which may be in memory: images are large.
const folder = await mkdtemp('/var/tmp/live-man-containers-');

async function build(): Promise<void> {
  const engine = await startEngine(folder, 'build');
  try {
    const { web, runner } = await buildImages(engine, folder);
    console.log(`images: web ${web} MB, runner ${runner} MB`);
  } finally {
    await engine.stop();
  }
}

try {
  console.log('getting an engine …');
  const why = await installEngine(folder).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (why === null) {
    console.log(`${standInNote}\nbuilding the images …`);
    await build();
    const drive = [process.execPath, join(import.meta.dirname, 'containers/drive.ts'), folder];
    const { status } = spawnSync('unshare', ['--net', '--', ...drive], { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  } else {
    console.error(`Nothing was tested: ${why}`);
    process.exitCode = 2;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
