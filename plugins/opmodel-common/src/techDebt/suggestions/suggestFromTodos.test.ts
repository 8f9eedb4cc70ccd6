import { findTodoComments } from './findTodoComments';
import { suggestFromTodos, type TodoFileInput } from './suggestFromTodos';

const entityRef = 'component:default/cart';

function fileWith(text: string, path = 'src/cart.ts'): TodoFileInput {
  return { path, todos: findTodoComments(path, text).todos };
}

function suggest(text: string) {
  return suggestFromTodos({ entityRef, files: [fileWith(text)] }).suggestions;
}

describe('suggestFromTodos', () => {
  it('tells what is to be done, and where', () => {
    const { suggestions } = suggestFromTodos(
      {
        entityRef,
        files: [fileWith('// TODO(ada, SHOP-7): round <b>half</b> to even')],
      },
      {
        sourceUrl: (path, line) => `https://git.example.com/${path}#L${line}`,
      },
    );
    expect(suggestions).toMatchObject([
      {
        source: 'todo',
        title: 'TODO: round <b>half</b> to even',
        severity: 'low',
        since: null,
        evidence: [
          { name: 'keyword', value: 'TODO' },
          { name: 'place', value: 'src/cart.ts:1' },
          { name: 'issue', value: 'SHOP-7' },
          { name: 'file', url: 'https://git.example.com/src/cart.ts#L1' },
        ],
        // The name of an issue is no address.
        links: [],
      },
    ]);
    expect(suggestions[0].description).toContain(
      '> round \\<b\\>half\\</b\\> to even',
    );
  });

  it('keeps nothing of who wrote it', () => {
    expect(JSON.stringify(suggest('// TODO(ada): x'))).not.toContain('ada');
  });

  it('is the same when its line moves, and another when its text changes', () => {
    const [{ fingerprint }] = suggest('// TODO x');
    expect(suggest('\n\ny();\n  // TODO: x')[0].fingerprint).toBe(fingerprint);
    expect(suggest('// TODO(bo) x')[0].fingerprint).toBe(fingerprint);
    expect(suggest('// TODO y')[0].fingerprint).not.toBe(fingerprint);
    expect(suggest('// FIXME x')[0].fingerprint).not.toBe(fingerprint);
  });

  it('tells several alike apart', () => {
    const fingerprints = suggest('// TODO x\n// TODO x\n// TODO x').map(
      ({ fingerprint }) => fingerprint,
    );
    expect(new Set(fingerprints).size).toBe(3);
    expect(fingerprints).toContain(suggest('// TODO x')[0].fingerprint);
  });

  it('tells what is wrong first, then in the order of files and lines', () => {
    const files = [
      fileWith('// TODO c\n// FIXME d', 'src/b.ts'),
      fileWith('// TODO a\n// TODO b\n// XXX e', 'src/a.ts'),
    ];
    const titles = ['XXX: e', 'FIXME: d', 'TODO: a', 'TODO: b', 'TODO: c'];
    for (const given of [files, [...files].reverse()]) {
      expect(
        suggestFromTodos({ entityRef, files: given }).suggestions.map(
          ({ title }) => title,
        ),
      ).toEqual(titles);
    }
  });

  it('says how many are beyond the bound', () => {
    const file = fileWith('// TODO a\n// FIXME b\n// TODO c');
    const { suggestions, leftOut } = suggestFromTodos(
      { entityRef, files: [file] },
      { most: 1 },
    );
    expect(suggestions.map(({ title }) => title)).toEqual(['FIXME: b']);
    expect(leftOut).toHaveLength(2);
  });

  it.each([
    ['https://issues.example.com/SHOP-7', 1],
    ['SHOP-7', 0],
  ])('links to %s as often as %s', (issue, links) => {
    const [suggestion] = suggest(`// TODO(${issue}): x`);
    expect(suggestion.links).toHaveLength(links);
  });
});
