/**
 * Starts what deploy/compose.yaml says, and tries each claim. In a network namespace of its own:
 * scripts/test-containers.ts starts it there.
 *
 *   node scripts/containers/drive.ts FOLDER
 */
import { claims } from './claims.ts';
import { command } from '../command.ts';
import { startEngine } from './engine.ts';

const [folder = ''] = process.argv.slice(2);
await command('ip', ['link', 'set', 'lo', 'up']);
const engine = await startEngine(folder, 'run');
let [passed, failed] = [0, 0];
try {
  await engine.compose('up', '--detach', '--no-build');
  for (const [sentence, prove] of claims) {
    const startedMs = performance.now();
    const why = await prove(engine).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    console.log(`${why === null ? '✓' : '✗'} the containers ${sentence} (${seconds} s)`);
    if (why === null) {
      passed += 1;
      continue;
    }
    failed += 1;
    console.log(why);
    // The others would wait for what does not come up.
    if (passed === 0) break;
  }
} finally {
  if (failed > 0) console.log(await engine.compose('logs', '--tail', '40'));
  await engine.compose('down', '--timeout', '5').catch(() => undefined);
  await engine.stop();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
