import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../../site/embed/frame/conditions-of.ts';
import { settingNames } from '../../../site/embed/setting-names.ts';
import { parseSettings, standardSettings } from '../../../site/embed/settings.ts';

describe('the settings of an embedded snippet', () => {
  it('are the defaults where the author says nothing', () => {
    expect(parseSettings({})).toEqual({ settings: standardSettings, complaints: [] });
  });

  it('are read as HTML attributes are written', () => {
    const raw = {
      example: 'io_setup-first',
      theme: 'dark',
      lines: '3-10, 14',
      hide: '5',
      'read-only': '',
      run: 'visible',
      tape: 'closed',
      calls: 'files',
      'font-size': ' 15.5 ',
      kernel: '6.1',
      label: 'Mine',
      highlight: '7',
      'start-line': '120',
      compact: '',
      'label-run': 'Ausführen',
      'ui-lang': 'de-AT',
      load: 'click',
      goal: 'io_submit = EAGAIN',
    };
    expect(parseSettings(raw)).toEqual({
      settings: {
        language: 'c',
        kernel: '6.1',
        label: 'Mine',
        theme: 'dark',
        lines: [
          { first: 3, last: 10 },
          { first: 14, last: 14 },
        ],
        hide: [{ first: 5, last: 5 }],
        startLine: 120,
        goal: 'io_submit = EAGAIN',
        readOnly: true,
        run: 'visible',
        tape: 'closed',
        calls: 'files',
        fontSizePx: 15.5,
        highlight: [{ first: 7, last: 7 }],
        compact: true,
        labels: { run: 'Ausführen' },
        scratch: null,
        user: null,
        addressSpaceMiB: null,
        refuse: null,
        arguments: null,
        stdin: null,
      },
      complaints: [],
    });
  });

  it.each([
    ['theme', 'blue', 'auto | light | dark'],
    ['lines', '10-3', '3-10,14'],
    ['lines', '0', '3-10,14'],
    ['hide', 'all', '3-10,14'],
    ['font-size', '9', '10…24'],
    ['font-size', '1e1', '10…24'],
    ['run', '', 'click | visible'],
    ['kernel', 'Linux 6.1', 'host | 6.1 …'],
    ['kernel', '', 'host | 6.1 …'],
    ['scratch', 'floppy', 'tmpfs | disk | disk-4k'],
    ['address-space', '7', '8…1024'],
    ['start-line', '0', '1…9999'],
    ['refuse', 'open=ENOSYS', 'io_setup=ENOSYS,io_submit=EPERM'],
    ['refuse', 'io_setup=EINVAL', 'io_setup=ENOSYS,io_submit=EPERM'],
  ])('name a wrong %s="%s" and what is allowed, and keep the standard', (name, value, allowed) => {
    expect(parseSettings({ [name]: value })).toEqual({
      settings: standardSettings,
      complaints: [{ kind: 'wrong', name, value, allowed }],
    });
  });

  it.each(['colour', '__proto__', 'constructor'])(
    'name an attribute that does not exist: %s',
    (name) => {
      const { settings, complaints } = parseSettings(Object.fromEntries([[name, 'x']]));
      expect(settings).toEqual(standardSettings);
      expect(complaints).toEqual([{ kind: 'unknown', name, known: settingNames.join(', ') }]);
    },
  );

  it('have a row for each name that the tag sends', () => {
    const { complaints } = parseSettings(
      Object.fromEntries(settingNames.map((name) => [name, '\0'])),
    );
    expect(complaints.filter(({ kind }) => kind === 'unknown')).toEqual([]);
  });

  it('include the conditions of own code', () => {
    const raw = {
      scratch: 'disk',
      user: 'nobody',
      'address-space': '64',
      refuse: 'io_setup=ENOSYS, io_submit=EPERM',
    };
    expect(conditionsOf(parseSettings(raw).settings)).toEqual({
      scratch: 'disk',
      user: 'nobody',
      addressSpaceMiB: 64,
      refuse: { io_setup: 'ENOSYS', io_submit: 'EPERM' },
    });
    expect(conditionsOf(standardSettings)).toBeUndefined();
  });

  it('include what own code is given, as a shell splits it', () => {
    const { settings } = parseSettings({ arguments: '3 "two words"', stdin: 'a line\n' });
    expect(settings).toMatchObject({ arguments: ['3', 'two words'], stdin: 'a line\n' });
  });

  it('heed the rest when one of them is wrong', () => {
    const { settings } = parseSettings({ theme: 'blue', tape: 'closed' });
    expect(settings).toEqual({ ...standardSettings, tape: 'closed' });
  });
});
