const packages = 'bubblewrap gcc g++ libc6-dev binutils libaio-dev libseccomp2';

const userNamespaces = [
  'Allow bwrap user namespaces: sysctl kernel.unprivileged_userns_clone=1, on Ubuntu an AppArmor',
  "profile for /usr/bin/bwrap, in a container none of the runtime's seccomp profiles.",
].join(' ');

/** What to do about a failure, by the words of bubblewrap or of the kernel; the first that fits. */
const remedies: readonly [cause: RegExp, remedy: string][] = [
  [
    /ENOSPC|EDQUOT|no space left/i,
    'Make room in WORK_DIR, by default the temporary directory: 320 MiB for what sandboxes share.',
  ],
  [/EROFS/, 'Set WORK_DIR to a directory that the server may write to.'],
  // execve(2): EACCES on a file system that is mounted noexec.
  [
    /execvp \S+: Permission denied/,
    'Mount WORK_DIR without noexec (a tmpfs of Docker: with the option exec), or set it to another directory.',
  ],
  // --disable-userns writes there before anything is mounted.
  [
    /max_user_namespaces|cannot open …: Read-only file system|Can't mount proc/i,
    'Let the server see an unmasked /proc: systempaths=unconfined of Docker, procMount: Unmasked of Kubernetes.',
  ],
  [
    /Failed to make \S+ (slave|private)/,
    "Start the server without the container runtime's AppArmor profile: apparmor=unconfined of Docker, Unconfined of Kubernetes.",
  ],
  [/namespace|uid map/i, userNamespaces],
];

/** One or two sentences for the operator. */
export const remedyFor = (failure: string): string =>
  remedies.find(([cause]) => cause.test(failure))?.[1] ??
  `Install what a run needs: apt-get install ${packages}. ${userNamespaces}`;
