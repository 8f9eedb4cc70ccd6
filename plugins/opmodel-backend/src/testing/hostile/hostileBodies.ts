import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A body as bytes, with what is said of it. */
export interface HostileBody {
  name: string;
  bytes: Buffer;
  headers: Record<string, string>;
}

const json = { 'content-type': 'application/json' };

function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + close.repeat(depth);
}

const utf16 = (text: string) =>
  Buffer.from(Buffer.from(text, 'utf16le')).swap16();

/** Bodies that are wrong as a whole. */
export function hostileBodies(): HostileBody[] {
  const of = (
    name: string,
    body: string | Buffer,
    headers: Record<string, string> = {},
  ): HostileBody => ({
    name,
    bytes: Buffer.from(body as string),
    headers: { ...json, ...headers },
  });
  const keys = Array.from({ length: 100_000 }, (_, key) => `"k${key}":${key}`);
  return [
    of('nothing', ''),
    of('null', 'null'),
    of('a text', '"text"'),
    of('a number', '1'),
    of('a list', '[]'),
    of('a list of nulls', '[null,null]'),
    of('half an object', '{"id":'),
    of('two objects', '{}{}'),
    of('single quotes', `{'id':'1'}`),
    of('a comment', '{"id":"1" /* x */}'),
    of('NaN', '{"id":NaN}'),
    of('HTML', '<html><script>alert(1)</script></html>'),
    of('XML with an entity', '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'),
    of('a byte order mark', '\ufeff{}'),
    of('a byte order mark and a fact', '\ufeff{"id":"bom"}'),
    of('UTF-16, little endian', Buffer.from('{"id":"1"}', 'utf16le')),
    of('UTF-16, big endian', utf16('{"id":"1"}')),
    of('UTF-16, declared', Buffer.from('{"id":"1"}', 'utf16le'), {
      'content-type': 'application/json; charset=utf-16',
    }),
    of('UTF-32, declared', Buffer.from('{}'), {
      'content-type': 'application/json; charset=utf-32',
    }),
    of('an unknown charset', '{}', {
      'content-type': 'application/json; charset=evil',
    }),
    of('a byte that is no UTF-8', Buffer.from('{"id":"\xff"}', 'latin1')),
    of('an overlong NUL', Buffer.from('{"id":"\xc0\x80"}', 'latin1')),
    of('an overlong slash', Buffer.from('{"id":"\xc0\xaf"}', 'latin1')),
    of('a surrogate in UTF-8', Buffer.from('{"id":"\xed\xa0\x80"}', 'latin1')),
    of('a NUL byte', '{"id":"\0"}'),
    of('only NUL bytes', Buffer.alloc(64)),
    of('arrays in arrays', nested('[', ']', 10_000)),
    of('objects in objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
    of('a deep data', `{"data":${nested('[', ']', 10_000)}}`),
    of('deep items', `{"items":${nested('[', ']', 10_000)}}`),
    of('arrays that never end', '['.repeat(1_000_000)),
    of('100,000 keys', `{${keys}}`),
    of('100,000 items', `{"items":[${'{},'.repeat(99_999)}{}]}`),
    of('1,001 items', `{"items":[${'{},'.repeat(1_000)}{}]}`),
    of('items that are no list', '{"items":{"0":{},"length":1}}'),
    of('items of other types', '{"items":[1,"a",null,true,[],{}]}'),
    of('the same key twice', '{"id":"1","id":"2","id":{"a":1}}'),
    of('a prototype', '{"__proto__":{"polluted":true},"id":"p"}'),
    of(
      'a constructor',
      '{"constructor":{"prototype":{"polluted":true}},"id":"p"}',
    ),
    of('prototypes in items', '{"items":[{"__proto__":{"polluted":true}}]}'),
    of('10 MB', `{"id":"${'x'.repeat(10_000_000)}"}`),
    of('10 MB of spaces', ' '.repeat(10_000_000)),
    of('1 MB in one field', `{"id":"${'x'.repeat(1_000_000)}"}`),
    of('gzip', gzipSync('{"id":"zipped"}'), { 'content-encoding': 'gzip' }),
    of('brotli', brotliCompressSync('{"id":"zipped"}'), {
      'content-encoding': 'br',
    }),
    of('a gzip bomb', gzipSync(Buffer.alloc(100_000_000, ' ')), {
      'content-encoding': 'gzip',
    }),
    of('gzip cut off', gzipSync('{"id":"zipped"}').subarray(0, 15), {
      'content-encoding': 'gzip',
    }),
    of('no gzip at all', '{"id":"1"}', { 'content-encoding': 'gzip' }),
    of('an unknown encoding', '{}', { 'content-encoding': 'evil' }),
    of('two encodings', gzipSync(gzipSync('{}')), {
      'content-encoding': 'gzip, gzip',
    }),
    of('a form', 'id=1&items[]=2', {
      'content-type': 'application/x-www-form-urlencoded',
    }),
    of('plain text', '{}', { 'content-type': 'text/plain' }),
    of('a type that is none', '{}', { 'content-type': ';;;' }),
    of('another JSON', '{}', { 'content-type': 'application/ld+json' }),
    of('a batch', '[{},[],null,1]', {
      'content-type': 'application/cloudevents-batch+json',
    }),
    of('a batch that is none', '{}', {
      'content-type': 'application/cloudevents-batch+json',
    }),
    of('an event that is none', '[]', {
      'content-type': 'application/cloudevents+json',
    }),
    of('headers of an event', '{}', {
      'ce-id': "'; drop table events; --",
      'ce-source': '%00%ff%c0%80',
      'ce-type': '__proto__',
      'ce-specversion': '1.0',
      'ce-time': '+275760-09-13T00:00:00Z',
    }),
    of('headers of an event, odd', '[]', {
      'ce-__proto__': 'x',
      'ce-constructor': 'y',
      'ce-id': '"\\"',
      'ce-source': '%0d%0aSet-Cookie:%20a=b',
      'ce-type': '<script>',
      'ce-specversion': '%',
    }),
    of('a long header', '{}', { 'ce-id': 'x'.repeat(8_000) }),
  ];
}
