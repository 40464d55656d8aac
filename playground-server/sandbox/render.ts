import type { SandboxPlan, SetupStep } from './plan.ts';

/** The descriptors that bubblewrap finds open; 0–2 are the program's own. */
export const descriptors = { status: 3, hold: 4, filter: 5, firstFile: 6 } as const;

/** What all sandboxes have in common; bwrap(1). */
const isolation = [
  '--unshare-user --unshare-ipc --unshare-pid --unshare-net --unshare-uts --unshare-cgroup',
  // A user namespace inside would give a program capabilities over its other namespaces.
  '--disable-userns',
  '--cap-drop ALL --new-session --die-with-parent --clearenv',
  '--uid 1000 --gid 1000 --hostname live-man',
].flatMap((line) => line.split(' '));

/** Renders a plan into the arguments of bwrap. */
export function render(plan: SandboxPlan): string[] {
  let nextFile: number = descriptors.firstFile;
  const steps = plan.steps.flatMap((step) => renderStep(step, () => String(nextFile++)));
  return [
    ...isolation,
    ...(plan.isFirstProcess ? ['--as-pid-1'] : []),
    ...steps,
    ...['--chdir', plan.workingDirectory],
    ...['--json-status-fd', String(descriptors.status)],
    ...['--block-fd', String(descriptors.hold)],
    ...['--seccomp', String(descriptors.filter)],
    '--',
    ...plan.argv,
  ];
}

function renderStep(step: SetupStep, takeDescriptor: () => string): string[] {
  switch (step.kind) {
    case 'bind':
      return [step.access === 'read' ? '--ro-bind' : '--bind', step.source, step.target];
    case 'proc':
      return ['--proc', step.target];
    case 'devices':
      return ['--dev', step.target];
    case 'tmpfs':
      return ['--size', String(step.bytes), '--tmpfs', step.target];
    case 'read-only':
      return ['--remount-ro', step.target];
    case 'provided-file':
      return ['--perms', step.mode, '--ro-bind-data', takeDescriptor(), step.target];
  }
}
