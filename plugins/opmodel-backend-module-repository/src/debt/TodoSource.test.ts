import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { debtSuggestionSourceContract } from '@opmodel/backstage-plugin-opmodel-node';
import { entityAt } from '../__testUtils__/entityAt';
import { type CodeHost, startCodeHost } from '../__testUtils__/startCodeHost';
import { RepositoryReader } from '../RepositoryReader';
import { readRepositorySettings } from '../repositorySettings';
import { readRepositoryDebtSettings } from './debtSettings';
import { RepositoryDebtReader } from './RepositoryDebtReader';
import { TodoSource } from './TodoSource';

const run = () => ({
  now: Date.parse('2026-06-01T12:00:00Z'),
  signal: new AbortController().signal,
});

describe('the source of comments in code', () => {
  let host: CodeHost;

  beforeEach(async () => {
    host = await startCodeHost();
  });

  afterEach(() => host.stop());

  const create = (todos: object = {}) => {
    const integrations = ScmIntegrations.fromConfig(host.config);
    const config = mockServices.rootConfig({
      data: { opmodel: { techDebt: { suggestions: { todos } } } },
    });
    const settings = readRepositoryDebtSettings(config).todos!;
    return new TodoSource({
      settings,
      integrations,
      reader: new RepositoryDebtReader({
        integrations,
        repositories: new RepositoryReader({
          reader: host.reader,
          settings: readRepositorySettings(config, []),
          todos: settings,
        }),
      }),
    });
  };

  it.each(debtSuggestionSourceContract)('$name', async ({ check }) => {
    host.push('shop/checkout', { 'a.ts': '// TODO mend\n// FIXME #12 now\n' });
    host.push('shop/cart', { 'b.py': '# no debt\n' });
    host.push('shop/empty', { 'README.md': 'TODO: of no language' });
    host.push('shop/broken', {});
    host.break('shop/broken', 'error');
    await expect(
      check({
        source: create({ most: 1 }),
        entities: ['checkout', 'cart'].map(name =>
          entityAt(name, `${host.urlOf(`shop/${name}`)}/tree/main/`),
        ),
        unknownEntity: entityAt('empty', host.urlOf('shop/empty')),
        brokenEntity: entityAt('broken', host.urlOf('shop/broken')),
      }),
    ).resolves.toBeUndefined();
  });

  it('suggests what comments say was left undone, and where, and keeps no name', async () => {
    host.push('shop/checkout', {
      'src/pay.ts':
        'const a = "TODO: no comment";\n// TODO(ada): charge once only\n/* FIXME #12 rounding */\n',
      'run.sh': 'echo TODO no\n# FIXME the path\n',
      'README.txt': 'TODO: of no language',
    });
    const found = await create().suggest(
      [entityAt('checkout', `${host.urlOf('shop/checkout')}/tree/main/`)],
      run(),
    );
    expect(found).toMatchObject({
      lookedAt: ['component:default/checkout'],
      leftOut: [],
      problems: [],
    });
    expect(
      found.suggestions.map(({ title, severity, since }) => [
        title,
        severity,
        since,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['TODO: charge once only', 'low', null],
        ['FIXME: #12 rounding', 'medium', null],
        ['FIXME: the path', 'medium', null],
      ]),
    );
    expect(found.suggestions).toHaveLength(3);
    expect(JSON.stringify(found)).not.toContain('ada');
    const charge = found.suggestions.find(({ title }) =>
      title.endsWith('only'),
    )!;
    expect(charge.evidence).toContainEqual({
      type: 'link',
      name: 'file',
      url: `${host.urlOf('shop/checkout')}/tree/main/src/pay.ts#L2`,
    });
  });

  it('is of the folder of its entity, and of what people wrote', async () => {
    const todo = '// TODO mend\n';
    host.push('shop/mono', {
      'cart/a.go': todo,
      'cart/vendor/b/b.go': todo,
      'cart/dist/c.js': todo,
      'cart/d.min.js': todo,
      'cartridge/e.go': todo,
    });
    const source = create();
    const { suggestions } = await source.suggest(
      [entityAt('cart', `${host.urlOf('shop/mono')}/tree/main/cart/`)],
      run(),
    );
    expect(suggestions.map(({ evidence }) => evidence)).toEqual([
      expect.arrayContaining([
        { type: 'text', name: 'place', value: 'cart/a.go:1' },
      ]),
    ]);
  });

  it('stays the same comment when its line moves, and is gone when it is', async () => {
    host.push('shop/checkout', { 'a.py': '# TODO mend\n' });
    const source = create();
    const entity = entityAt('checkout', host.urlOf('shop/checkout'));
    const [first] = (await source.suggest([entity], run())).suggestions;
    host.push('shop/checkout', { 'a.py': 'import os\n\n# TODO mend\n' });
    const [second] = (await source.suggest([entity], run())).suggestions;
    expect(second.fingerprint).toBe(first.fingerprint);
    host.push('shop/checkout', { 'a.py': 'import os\n' });
    expect(await source.suggest([entity], run())).toMatchObject({
      lookedAt: [entity.entityRef],
      suggestions: [],
    });
  });

  it('tells no more than it is to, and knows what it left out', async () => {
    host.push('shop/checkout', {
      'a.go': Array.from({ length: 7 }, (_, at) => `// TODO ${at}\n`).join(''),
      'b.go': '// HACK for now\n// FIXME soon\n',
    });
    const found = await create({
      most: 5,
      keywords: ['TODO', 'FIXME'],
    }).suggest([entityAt('checkout', host.urlOf('shop/checkout'))], run());
    expect(found.lookedAt).toEqual(['component:default/checkout']);
    expect(found.suggestions).toHaveLength(5);
    expect(found.leftOut).toHaveLength(3);
    expect(
      new Set([
        ...found.leftOut,
        ...found.suggestions.map(({ fingerprint }) => fingerprint),
      ]).size,
    ).toBe(8);
  });

  it('does not take for looked at where a bound of files, bytes, or of one file was reached', async () => {
    const files = (count: number, length: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `in/${at}.go`,
          `// TODO ${at}\n${'x'.repeat(length)}`,
        ]),
      );
    host.push('shop/files', files(12, 0));
    host.push('shop/bytes', files(4, 300_000));
    host.push('shop/one', {
      ...files(1, 0),
      'in/long.go': 'x'.repeat(2_000_000),
    });
    host.push('shop/dense', { 'in/a.go': '// TODO x\n'.repeat(300) });
    const source = create({ files: 10, mebibytes: 1, most: 500 });
    const names = ['bytes', 'dense', 'files', 'one'];
    const found = await source.suggest(
      names.map(name => entityAt(name, host.urlOf(`shop/${name}`))),
      run(),
    );
    expect(found.lookedAt).toEqual([]);
    const countOf = (name: string) =>
      found.suggestions.filter(({ entityRef }) =>
        entityRef.endsWith(`/${name}`),
      ).length;
    expect(names.map(countOf)).toEqual([3, 200, 10, 1]);
    expect(found.problems!.map(({ problem }) => problem.slice(0, 34))).toEqual([
      'One file was not looked into: over',
      'One file was not looked into: over',
      '2 files were not looked into: over',
      'One file was not looked into: over',
    ]);
    // What is elsewhere in the same repository is known.
    const elsewhere = entityAt('other', host.urlOf('shop/one'), {
      'opmodel.io/path': 'out',
    });
    expect((await source.suggest([elsewhere], run())).lookedAt).toEqual([
      'component:default/other',
    ]);
  });

  it('gets through files that are made to be slow', async () => {
    host.push('shop/hostile', {
      'a.ts': '/*'.repeat(400_000),
      'b.ts': '`${'.repeat(300_000),
      'c.py': `"""${'# TODO \\'.repeat(100_000)}`,
      'd.go': `// ${'TODO('.repeat(150_000)}`,
      'e.ts': Buffer.from([0xff, 0xfe, 0x00, 0x2f, 0x2f]),
    });
    const begin = Date.now();
    const found = await create().suggest(
      [entityAt('hostile', host.urlOf('shop/hostile'))],
      run(),
    );
    expect(Date.now() - begin).toBeLessThan(15_000);
    expect(found.suggestions).toEqual([]);
  });

  it('stops looking when the time is over, and says so', async () => {
    host.push('shop/slow', {
      'a.ts': `${'const a = 1; // b\n'.repeat(50_000)}`,
      'b.ts': `${'const a = 1; // b\n'.repeat(50_000)}`,
    });
    const found = await create({ timeout: { milliseconds: 1 } }).suggest(
      [entityAt('slow', host.urlOf('shop/slow'))],
      run(),
    );
    expect(found.lookedAt).toEqual([]);
    expect(found.problems).toEqual([
      {
        entityRef: 'component:default/slow',
        problem: expect.stringContaining('too slow'),
      },
    ]);
  });
});
