import { findTodoComments } from './findTodoComments';
import { suggestFromTodos, type TodoFileInput } from './suggestFromTodos';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 23);
const entityRef = 'component:default/cart';

/** A file whose lines were last changed so many days ago. */
function fileWith(
  text: string,
  daysAgo: Record<number, number> = {},
  path = 'src/cart.ts',
): TodoFileInput {
  return {
    path,
    todos: findTodoComments(path, text).todos,
    changedAt: new Map(
      Object.entries(daysAgo).map(([line, days]) => [
        Number(line),
        now - days * DAY,
      ]),
    ),
  };
}

function suggest(text: string, daysAgo: Record<number, number> = {}) {
  return suggestFromTodos(
    { entityRef, files: [fileWith(text, daysAgo)] },
    { now },
  ).suggestions;
}

describe('suggestFromTodos', () => {
  it('tells what is to be done, where, and for how long', () => {
    const { suggestions } = suggestFromTodos(
      {
        entityRef,
        files: [
          fileWith('// TODO(ada, SHOP-7): round <b>half</b> to even', {
            1: 400,
          }),
        ],
      },
      {
        now,
        sourceUrl: (path, line) => `https://git.example.com/${path}#L${line}`,
        issueUrl: issue => `https://issues.example.com/${issue}`,
      },
    );
    expect(suggestions).toMatchObject([
      {
        source: 'todo',
        title: 'TODO: round <b>half</b> to even',
        severity: 'low',
        since: now - 400 * DAY,
        evidence: [
          { name: 'keyword', value: 'TODO' },
          { name: 'place', value: 'src/cart.ts:1' },
          { name: 'age', value: 400, unit: 'days' },
          { name: 'issue', value: 'SHOP-7' },
          { name: 'file', url: 'https://git.example.com/src/cart.ts#L1' },
        ],
        links: [
          {
            type: 'issue',
            ref: 'https://issues.example.com/SHOP-7',
            title: 'SHOP-7',
          },
        ],
      },
    ]);
    expect(suggestions[0].description).toContain(
      '> round \\<b\\>half\\</b\\> to even',
    );
  });

  it('keeps nothing of who wrote it', () => {
    expect(JSON.stringify(suggest('// TODO(ada): x', { 1: 3 }))).not.toContain(
      'ada',
    );
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

  it('tells the oldest first, and those of unknown age last', () => {
    expect(
      suggest('// TODO a\n// TODO b\n// TODO c', { 1: 10, 3: 20 }).map(
        ({ title }) => title,
      ),
    ).toEqual(['TODO: c', 'TODO: a', 'TODO: b']);
  });

  it('says how many are beyond the bound', () => {
    const file = fileWith('// TODO a\n// TODO b\n// TODO c', { 2: 5 });
    const { suggestions, leftOut } = suggestFromTodos(
      { entityRef, files: [file] },
      { now, most: 1 },
    );
    expect(suggestions.map(({ title }) => title)).toEqual(['TODO: b']);
    expect(leftOut).toHaveLength(2);
  });

  it('waits until it is old enough, which nobody knows of an unknown age', () => {
    const file = fileWith('// TODO a\n// TODO b\n// TODO c', { 1: 29, 2: 30 });
    const { suggestions } = suggestFromTodos(
      { entityRef, files: [file] },
      { now, olderThanDays: 30 },
    );
    expect(suggestions.map(({ title }) => title)).toEqual(['TODO: b']);
  });

  it('links to no issue but on the web', () => {
    const [{ links }] = suggestFromTodos(
      { entityRef, files: [fileWith('// TODO(SHOP-7): x')] },
      { now, issueUrl: () => 'vbscript:alert(1)' },
    ).suggestions;
    expect(links).toEqual([]);
  });
});
