// @ts-check
/**
 * Asks the npm registry for known vulnerabilities in the packages of the server and the site, and
 * exits with 1 if there is a severe one. Not every registry answers such requests; then it exits
 * with 2 and says so, because nothing was found out. Run it where one does, e.g. nightly in CI.
 *
 *   npm run audit [-- --audit-level=moderate]
 */
import { spawnSync } from 'node:child_process';

const level = process.argv.find((arg) => arg.startsWith('--audit-level=')) ?? '--audit-level=high';
const { stdout, stderr } = spawnSync('npm', ['audit', '--json', level], { encoding: 'utf8' });

/** @typedef {{ metadata?: { vulnerabilities: Record<string, number> }, message?: string, vulnerabilities?: Record<string, { severity: string, fixAvailable: unknown }> }} Report */
const report = /** @type {Report} */ (parse(stdout));
if (!report.metadata) {
  console.error(`Nothing was audited: ${report.message ?? stderr.trim()}`);
  console.error('Name a registry that answers audits:  npm run audit --registry=ADDRESS');
  process.exit(2);
}

const grades = ['info', 'low', 'moderate', 'high', 'critical'];
const least = grades.indexOf(level.split('=')[1] ?? 'high');
const severe = Object.entries(report.vulnerabilities ?? {}).filter(
  ([, { severity }]) => grades.indexOf(severity) >= least,
);
for (const [name, { severity, fixAvailable }] of severe) {
  console.error(
    `${name}: ${severity}; ${fixAvailable ? 'npm audit fix knows a remedy' : 'no remedy yet'}`,
  );
}
const { total = 0 } = report.metadata.vulnerabilities;
console.log(`${total} known, ${severe.length} of them ${grades[least]} or worse.`);
process.exit(severe.length > 0 ? 1 : 0);

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
