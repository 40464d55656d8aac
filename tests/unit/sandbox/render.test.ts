import { expect, it } from 'vitest';
import { programLimits } from '../../../playground-server/run/limits.ts';
import type { SandboxPlan, SetupStep } from '../../../playground-server/sandbox/plan.ts';
import { planProgram } from '../../../playground-server/sandbox/plan-program.ts';
import { render } from '../../../playground-server/sandbox/render.ts';

const plan = (steps: SetupStep[]): SandboxPlan => ({
  identity: null,
  steps,
  stdin: 'ignore',
  workingDirectory: '/work',
  filterFile: '/nowhere',
  limits: [],
  argv: ['/program'],
});

it('takes set-up steps in the order of the plan', () => {
  const rendered = render(
    plan([
      { kind: 'bind', source: '/r', target: '/', access: 'read' },
      { kind: 'tmpfs', target: '/tmp', bytes: 4096 },
      { kind: 'read-only', target: '/dev' },
    ]),
  ).join(' ');
  expect(rendered).toContain('--ro-bind /r / --size 4096 --tmpfs /tmp --remount-ro /dev');
});

it('gives each provided file a descriptor of its own, behind those of bubblewrap itself', () => {
  const file = (target: string): SetupStep => ({ kind: 'provided-file', target, mode: '0444' });
  const rendered = render(plan([file('/a'), file('/b')])).join(' ');
  expect(rendered).toContain('--ro-bind-data 6 /a');
  expect(rendered).toContain('--ro-bind-data 7 /b');
});

it('unshares every namespace, drops every capability and forbids new user namespaces', () => {
  const rendered = render(plan([]));
  for (const name of ['user', 'ipc', 'pid', 'net', 'uts', 'cgroup']) {
    expect(rendered).toContain(`--unshare-${name}`);
  }
  expect(rendered.join(' ')).toContain('--cap-drop ALL');
  expect(rendered).toContain('--disable-userns');
  expect(rendered).toContain('--clearenv');
});

/** What only covers something is empty and read-only. */
const isScratch = (step: SetupStep): step is Extract<SetupStep, { kind: 'tmpfs' }> =>
  step.kind === 'tmpfs' && !['/proc/1', '/dev/pts'].includes(step.target);

it('shares the disk limit of a program among the places it can write to', () => {
  const limits = programLimits({ slots: 4, aioMaxNr: 65536, hasGroups: true });
  const { steps } = planProgram({
    identity: null,
    rootDirectory: '/r',
    filterFile: '/f',
    scratch: { kind: 'tmpfs' },
    given: { arguments: [], stdin: null },
    limits,
  });
  const bytes = steps.flatMap((step) => (isScratch(step) ? [step.bytes] : []));
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limits.diskBytes);
});
