/** Attributes of `<live-man>` that a frame takes over while it is there. */
export const takenOver = [
  'theme',
  'lines',
  'hide',
  'highlight',
  'read-only',
  'compact',
  'tape',
  'calls',
  'font-size',
  'run',
  'kernel',
  'goal',
  'label',
  'label-run',
  'label-cancel',
  'label-edit',
  'label-reset',
] as const;

/** Those for which a frame is made anew. */
export const madeAnew = [
  'example',
  'code',
  'language',
  'ui-lang',
  'start-line',
  'scratch',
  'user',
  'address-space',
  'refuse',
  'arguments',
  'stdin',
] as const;

/** Those that concern the tag alone. */
export const ofTheTag = ['load', 'height', 'max-height', 'label-open'] as const;

/** Every attribute of `<live-man>`; all but those of the tag are parameters of the frame's address. */
export const settingNames: readonly string[] = [...takenOver, ...madeAnew, ...ofTheTag];
