import fc from 'fast-check';

const text = (value: string) => JSON.stringify(value);
const html = '<img src=x onerror=alert(1)><script>alert("x")</script>';

/**
 * Values that have broken others, as JSON text: some of them, such as `1e999` or a lone surrogate, have no value in
 * JavaScript that would be written as they are.
 */
export const hostileValues: string[] = [
  // Other types than whatever is asked for.
  'null',
  'true',
  'false',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e999',
  '-1e999',
  '9223372036854775807',
  '9223372036854775808',
  '18446744073709551616',
  '0.1e-400',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '[{}]',
  '{"length":1}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":"x","valueOf":1}',
  '{"$ne":null}',
  // Empty, and nearly so.
  '""',
  '" "',
  '"\\t"',
  '"\\u200b"',
  '"\\ufeff"',
  // What databases and encodings cannot hold.
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"a\\udc00b"',
  '"\\udc00\\ud800"',
  '"\\uffff"',
  '"\\ufffe"',
  '"\\u0001\\u001f\\u007f"',
  // Right to left, combining, of more than one unit.
  text('\u202Egnp.exe'),
  text('e\u0301'),
  text('😀👩‍👩‍👧‍👦'),
  text('İ'),
  text('ﬀ'),
  text('Z̷̧a̶l̸g̴o̷'),
  // Names that objects have by themselves.
  '"__proto__"',
  '"constructor"',
  '"prototype"',
  '"hasOwnProperty"',
  '"toString"',
  '"undefined"',
  '"null"',
  '"NaN"',
  '"Infinity"',
  // SQL.
  text(`'; drop table events; --`),
  text(`' or '1'='1`),
  text(`"); delete from deployments; --`),
  text('$1'),
  text('?'),
  text('??'),
  text(':name'),
  text('%'),
  text('_'),
  text(`\\`),
  text(`\\'`),
  text('{1,2}'),
  text('$$x$$'),
  // HTML, templates, addresses that run.
  text(html),
  text(['javascript', 'alert(1)'].join(':')),
  text('data:text/html,<script>alert(1)</script>'),
  text('https://example.com/<script>'),
  text('https://example.com/"onmouseover="alert(1)'),
  text('//example.com'),
  text('https://'),
  text('file:///etc/passwd'),
  text('{{7*7}}'),
  text('${7*7}'),
  text('=cmd|"/c calc"!A1'),
  text('\r\nSet-Cookie: a=b'),
  text('../../etc/passwd'),
  text('..%2f..%2f'),
  text('%00'),
  text('%c0%80'),
  // Entity refs that are nearly right.
  text('component:default/checkout'),
  text('COMPONENT:DEFAULT/CHECKOUT'),
  text('component:default/../checkout'),
  text('component:default/check out'),
  text('component:default/checkout '),
  text('component::checkout'),
  text('component:default/'),
  text('component:/checkout'),
  text(':default/checkout'),
  text('a:b:c/d'),
  text('component:default/checkout/more'),
  text('component:default%2fcheckout'),
  text('component:default/CHECKOUT\u212A'),
  text(`component:default/${'x'.repeat(63)}`),
  text(`component:default/${'x'.repeat(64)}`),
  // Instants at the edges.
  text('0000-01-01T00:00:00Z'),
  text('0001-01-01T00:00:00Z'),
  text('-000001-01-01T00:00:00Z'),
  text('1969-12-31T23:59:59.999Z'),
  text('1970-01-01T00:00:00Z'),
  text('1970-01-01T00:00:00+14:00'),
  text('2026-02-29T00:00:00Z'),
  text('2024-02-29T00:00:00Z'),
  text('2026-06-30T23:59:60Z'),
  text('2026-06-30T24:00:00Z'),
  text('2026-03-01T10:00:00+24:00'),
  text('2026-03-01T10:00:00-24:00'),
  text('2026-03-01T10:00:00+23:59'),
  text('2026-03-01T10:00:00.123456789Z'),
  text('2026-03-01T10:00Z'),
  text('2026-03-01'),
  text('2026-03-01T10:00:00'),
  text('2026-03-01t10:00:00z'),
  text('9999-12-31T23:59:59Z'),
  text('10000-01-01T00:00:00Z'),
  text('+010000-01-01T00:00:00Z'),
  text('+275760-09-13T00:00:00Z'),
  text('1740000000000'),
  '1740000000000',
  text('now'),
  text('Tue, 03 Mar 2026 10:00:00 GMT'),
  // Too long.
  text('x'.repeat(255)),
  text('x'.repeat(512)),
  text('x'.repeat(513)),
  text('😀'.repeat(400)),
  text('x'.repeat(5_000)),
  text('a'.repeat(1_000_000)),
];

/** Lone surrogates, unassigned characters and everything else that may stand in a JSON text. */
const anyText = fc
  .array(
    fc.oneof(
      fc
        .integer({ min: 0, max: 0xffff })
        .map(unit => String.fromCharCode(unit)),
      fc.constantFrom('\0', '\ud800', '\udfff', "'", '"', '\\', '<', '%', '\n'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map(units => JSON.stringify(units.join('')));

/** Values of every kind that JSON knows, the same in each run. */
export const randomValues: string[] = fc.sample(
  fc.oneof(
    { arbitrary: anyText, weight: 4 },
    { arbitrary: fc.json({ maxDepth: 3 }), weight: 2 },
    {
      arbitrary: fc
        .date({
          min: new Date(-1e14),
          max: new Date(8.64e15),
          noInvalidDate: true,
        })
        .map(date => JSON.stringify(date.toISOString())),
      weight: 1,
    },
    {
      arbitrary: fc
        .double()
        .map(value => `${value}`.replace(/^-?(NaN|Infinity)$/, '1e400')),
      weight: 1,
    },
  ),
  { numRuns: 120, seed: 20_261_122 },
);
