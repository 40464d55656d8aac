/* Signals every process there is, the supervisor first.
 *
 * prints: 1: .*
 * prints: all: .*
 * prints: still here
 * ends: exited 0
 */
const attempt = (name: string, pid: number) => {
  try {
    console.log(`${name}:`, process.kill(pid, 0));
  } catch (error) {
    console.log(`${name}:`, (error as NodeJS.ErrnoException).code);
  }
};
attempt('1', 1);
attempt('all', -1);
try {
  process.kill(1, 'SIGKILL');
} catch {
  // Said above.
}
console.log('still here');
