import { describe, expect, it } from 'vitest';
import { parseSettings, settingNames, standardSettings } from '../../../site/embed/settings.ts';
import { languages } from '../../../site/facts/localized.ts';

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
      'font-size': ' 15.5 ',
      kernel: '6.1',
      label: 'Mine',
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
        readOnly: true,
        run: 'visible',
        tape: 'closed',
        fontSizePx: 15.5,
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
    ['ui-lang', 'tlh', languages.join(' | ')],
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

  it('heed the rest when one of them is wrong', () => {
    const { settings } = parseSettings({ theme: 'blue', tape: 'closed' });
    expect(settings).toEqual({ ...standardSettings, tape: 'closed' });
  });
});
