import fc from 'fast-check';
import { httpAddress } from './httpAddress';
import { asMarkdownCode, asMarkdownText, asOneLine } from './outsideText';

describe('text from outside', () => {
  it('is one line of no more than it may be, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 1, max: 80 }),
        (text, most) => {
          const line = asOneLine(text, most);
          expect(line.length).toBeLessThanOrEqual(most);
          expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|\u202E/u);
          expect(line).not.toMatch(/\p{Surrogate}/u);
          expect(asOneLine(line, most)).toBe(line);
        },
      ),
    );
  });

  it('says that it was cut', () => {
    expect(asOneLine('Round half to even', 11)).toBe('Round half…');
    expect(asOneLine('x'.repeat(100_000), 5)).toBe('xxxx…');
  });

  it('hides no direction', () => {
    expect(asOneLine('a\u202Ecod.exe\r\n\tb', 20)).toBe('a cod.exe b');
  });

  it('brings no markup with it', () => {
    expect(
      asMarkdownText(
        '<img src=x onerror=alert(1)> [a](javascript:b) **c**',
        80,
      ),
    ).toBe(
      '\\<img src=x onerror=alert\\(1\\)\\> \\[a\\]\\(javascript\\:b\\) \\*\\*c\\*\\*',
    );
    expect(asMarkdownCode('a`b\n`c', 80)).toBe("`a'b 'c`");
    expect(asMarkdownCode('', 80)).toBe('–');
  });
});

describe('httpAddress', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['HTTP://EXAMPLE.com', 'http://example.com/'],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.com', null],
    ['/path', null],
    ['https:example.com', null],
    ['https://', null],
    ['https://ada:secret@example.com/', null],
    ['https://example.com/ a', null],
    ['https://example.com\\@evil.example.com', null],
    ['\thttps://example.com', null],
    [`https://example.com/${'a'.repeat(3_000)}`, null],
    [null, null],
    [42, null],
  ])('reads %p as %p', (address, expected) => {
    expect(httpAddress(address)).toBe(expected);
  });

  it('lets nothing through but http and https', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), address => {
        expect(httpAddress(address) ?? 'https://').toMatch(/^https?:\/\//);
      }),
    );
  });
});
