import { insideOnly } from './identity.rules';

describe('where signing in leads to (SECURITY row 45)', () => {
  it.each(['/', '/account', '/apply/pi?step=2#top', '/%09/evil.example', '/a//b', '/@evil.example'])(
    '%s, as asked',
    (next) => {
      expect(insideOnly(next)).toBe(next);
    },
  );

  it.each([
    undefined,
    '',
    'account',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/./\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'HTTPS://himpun.test@evil.example/',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '\u0000//evil.example',
    '//user:pass@evil.example',
    '//evil.example%2f@himpun.test',
    '//[::1]/',
    '/\\/\\/evil.example',
  ])('the start page instead of %j', (next) => {
    expect(insideOnly(next)).toBe('/');
  });
});
