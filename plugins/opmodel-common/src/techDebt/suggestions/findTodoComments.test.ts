import fc from 'fast-check';
import { findTodoComments } from './findTodoComments';

/** Words and lines of what is found. */
function found(path: string, text: string): string[] {
  return findTodoComments(path, text).todos.map(
    ({ keyword, line, text: what }) => `${line} ${keyword} ${what}`.trim(),
  );
}

describe('findTodoComments', () => {
  it.each([
    ['a.ts', '// TODO: round half to even', '1 TODO round half to even'],
    ['a.ts', 'x(); /* FIXME - leaks */ y();', '1 FIXME leaks'],
    ['a.ts', '/*\n * HACK waits\n */', '2 HACK waits'],
    ['a.ts', '// XXX', '1 XXX'],
    ['a.go', 'x := `\n` // TODO go on', '2 TODO go on'],
    ['a.py', 's = """\n"""  # TODO type', '2 TODO type'],
    ['a.rb', 'x = 1 # TODO type', '1 TODO type'],
    ['a.sql', "SELECT '--' -- TODO index", '1 TODO index'],
    ['a.html', '<p>\n<!-- TODO words -->', '2 TODO words'],
    ['a.css', 'a { /* TODO grid */ }', '1 TODO grid'],
    ['a.rs', "fn f<'a>(x: &'a str) {} // TODO own it", '1 TODO own it'],
    ['a.lua', '--[[\nTODO tables\n]]', '2 TODO tables'],
    ['a.yaml', 'a: b # TODO c', '1 TODO c'],
    ['a.php', '<?php # TODO types', '1 TODO types'],
    ['deploy/Dockerfile', '# TODO smaller image', '1 TODO smaller image'],
    ['Makefile', 'all: # TODO phony', '1 TODO phony'],
    ['a.ts', '// a\r\n// TODO b\r\n', '2 TODO b'],
    ['a.ts', "const a = 'it\\'s'; // TODO c", '1 TODO c'],
  ])('finds in %s: %j', (path, text, expected) => {
    expect(found(path, text)).toEqual([expected]);
  });

  it.each([
    ['a.ts', "const a = '// TODO not this';"],
    ['a.ts', 'const a = `\n// TODO not this\n`;'],
    ['a.py', 's = """\n# TODO not this\n"""'],
    ['a.sql', "SELECT '-- TODO not this'"],
    ['a.sh', 'echo $#TODO not this'],
    ['a.ts', 'TODO();'],
    ['a.ts', '// todo lower case is a word'],
    ['a.ts', '// TODO_LIST, TODOs, MYTODO, XXX-XXX, mktemp XXXXXX'],
    ['a.txt', 'TODO of a language that is not known'],
    ['a', '// TODO'],
    ['constructor', '// TODO'],
  ])('finds nothing in %s: %j', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  it.each([
    ['// TODO(ada): x', 'ada', null],
    ['// TODO(@ada, SHOP-12): x', 'ada', 'SHOP-12'],
    ['// TODO(#42) x', null, '#42'],
    ['// FIXME [shop/cart#7] x', null, 'shop/cart#7'],
    [
      '// TODO(https://issues.example.com/SHOP-1): x',
      null,
      'https://issues.example.com/SHOP-1',
    ],
    ['// TODO hash with SHA-256, see #9', null, '#9'],
    ['// TODO hash with SHA-256', null, null],
    ['// TODO() x', null, null],
  ])('reads who and which issue is named in %s', (text, assignee, issue) => {
    expect(findTodoComments('a.ts', text).todos).toMatchObject([
      { assignee, issue },
    ]);
  });

  it('finds as many as there are, wherever they stand', () => {
    const anyLine = fc.constantFrom(
      '// TODO one',
      'x(); // FIXME two',
      '/* HACK three */',
      "const a = 'TODO';",
      '',
      'y();',
    );
    fc.assert(
      fc.property(fc.array(anyLine), lines => {
        const expected = lines.flatMap((line, at) =>
          /(TODO|FIXME|HACK) \w+/.test(line) ? [at + 1] : [],
        );
        expect(
          findTodoComments('a.ts', lines.join('\n')).todos.map(
            ({ line }) => line,
          ),
        ).toEqual(expected);
      }),
    );
  });

  it('keeps its bounds, and says that there may be more', () => {
    const bounds = { characters: 200, lineLength: 60, todos: 3 };
    const many = findTodoComments('a.ts', '// TODO x\n'.repeat(10), bounds);
    expect(many).toMatchObject({ todos: { length: 3 }, isTruncated: true });
    const exact = findTodoComments('a.ts', '// TODO x\n'.repeat(3), bounds);
    expect(exact).toMatchObject({ todos: { length: 3 }, isTruncated: false });
    const long = findTodoComments('a.ts', `x\n`.repeat(200), bounds);
    expect(long).toEqual({ todos: [], isTruncated: true });
    const wide = findTodoComments(
      'a.ts',
      `// TODO ${'x'.repeat(80)}\n// TODO y`,
      bounds,
    );
    expect(wide.todos.map(({ line }) => line)).toEqual([2]);
  });

  it('throws at nothing', () => {
    const anyText = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('//', '/*', '*/', '"', "'", '`', '\\', '\n', 'TODO('),
          fc.constantFrom('"""', '<!--', '--[[', '#', ' ', ')', ':'),
        ),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom('a.ts', 'a.py', 'a.html', 'a.lua', 'a.sh', 'a.kt'),
        anyText,
        (path, text) => {
          const lines = text.split('\n').length;
          for (const todo of findTodoComments(path, text).todos) {
            expect(todo.line).toBeLessThanOrEqual(lines);
            expect(todo.text.length).toBeLessThanOrEqual(400);
          }
        },
      ),
    );
  });

  it.each([
    ['one long line', '/'.repeat(1_000_000)],
    ['quotes', '"\\'.repeat(500_000)],
    ['open parentheses', '// TODO ('.repeat(100_000)],
    ['comments that end at once', '/**/'.repeat(250_000)],
    ['words', `// ${'TODO '.repeat(190)}\n`.repeat(1_000)],
    ['blanks', `// TODO${' '.repeat(900)}\u2028\n`.repeat(1_000)],
  ])('gets through a hostile file in little time: %s', (_, text) => {
    const start = performance.now();
    expect(findTodoComments('a.ts', text).todos.length).toBeLessThan(201);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
