import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import {
  debtSuggestionSourceContract,
  type FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import { entityAt } from '../__testUtils__/entityAt';
import { type CodeHost, startCodeHost } from '../__testUtils__/startCodeHost';
import { RepositoryFactProvider } from '../RepositoryFactProvider';
import { RepositoryReader } from '../RepositoryReader';
import { readRepositorySettings } from '../repositorySettings';
import { readRepositoryDebtSettings } from './debtSettings';
import { EndOfLifeSource } from './EndOfLifeSource';
import { RepositoryDebtReader } from './RepositoryDebtReader';

/** A run of its own; by then Node.js 18 was over and 22 was not. */
const run = () => ({
  now: Date.parse('2026-06-01T12:00:00Z'),
  signal: new AbortController().signal,
});

describe('the source of versions past their end of life', () => {
  let host: CodeHost;

  beforeEach(async () => {
    host = await startCodeHost();
  });

  afterEach(() => host.stop());

  const create = (endOfLife: object = {}) => {
    const integrations = ScmIntegrations.fromConfig(host.config);
    const config = mockServices.rootConfig({
      data: { opmodel: { techDebt: { suggestions: { endOfLife } } } },
    });
    const settings = readRepositorySettings(config, []);
    const repositories = new RepositoryReader({
      reader: host.reader,
      settings: { ...settings, timeoutMs: 2_000 },
      todos: null,
    });
    const source = new EndOfLifeSource({
      settings: readRepositoryDebtSettings(config).endOfLife,
      reader: new RepositoryDebtReader({ integrations, repositories }),
    });
    const provider = new RepositoryFactProvider({
      repositories,
      integrations,
      settings,
    });
    const titlesOf = async (entity: FactEntity) => {
      const { suggestions, lookedAt } = await source.suggest([entity], run());
      expect(lookedAt).toEqual([entity.entityRef]);
      return suggestions.map(({ title }) => title).sort();
    };
    return { source, provider, titlesOf };
  };

  it.each(debtSuggestionSourceContract)('$name', async ({ check }) => {
    host.push('shop/checkout', { '.python-version': '3.8.12\n' });
    host.push('shop/cart', { '.nvmrc': '18\n' });
    host.push('shop/plain', { 'README.md': 'Hello' });
    host.push('shop/broken', {});
    host.break('shop/broken', 'error');
    await expect(
      check({
        source: create().source,
        entities: ['checkout', 'cart'].map(name =>
          entityAt(name, host.urlOf(`shop/${name}`)),
        ),
        unknownEntity: entityAt('plain', host.urlOf('shop/plain')),
        brokenEntity: entityAt('broken', host.urlOf('shop/broken')),
        now: run().now,
      }),
    ).resolves.toBeUndefined();
  });

  it('suggests what manifests and Dockerfiles name that is over, with the places', async () => {
    host.push('shop/checkout', {
      'package.json': JSON.stringify({ engines: { node: '>=18 <21' } }),
      Dockerfile:
        'FROM node:18-alpine AS build\nRUN make\nFROM postgres:11\nFROM node:22\n',
      '.python-version': '3.8.12\n',
    });
    const { source } = create();
    const found = await source.suggest(
      [entityAt('checkout', host.urlOf('shop/checkout'))],
      run(),
    );
    expect(found).toMatchObject({
      lookedAt: ['component:default/checkout'],
      leftOut: [],
      problems: [],
    });
    const node = found.suggestions.find(({ title }) => /Node/.test(title))!;
    expect(node).toMatchObject({
      source: 'end_of_life',
      entityRef: 'component:default/checkout',
      title: 'Node.js 18 is past its end of life',
      category: 'infrastructure',
      severity: 'high',
      since: Date.parse('2025-04-30T00:00:00Z'),
    });
    expect(node.description).toContain('`Dockerfile:1`: `node:18-alpine`');
    expect(node.description).toContain(
      '`package.json`: `>=18 <21`, which allows 18 as the lowest',
    );
    expect(found.suggestions.map(({ title }) => title).sort()).toEqual([
      'Node.js 18 is past its end of life',
      'PostgreSQL 11 is past its end of life',
      'Python 3.8 is past its end of life',
    ]);
  });

  it('tells the files of one entity from those of another, and examples from what runs', async () => {
    host.push('shop/mono', {
      'services/cart/Dockerfile': 'FROM node:18\n',
      'services/cart/__fixtures__/Dockerfile': 'FROM python:2.7\n',
      'services/cart/node_modules/old/package.json':
        '{"engines":{"node":"16"}}',
      'services/payments/Dockerfile': 'FROM postgres:11\n',
      'examples/demo/Dockerfile': 'FROM redis:5\nFROM python:3.7\n',
    });
    const { titlesOf } = create();
    const at = (folder: string) =>
      entityAt(
        folder.split('/').pop()!,
        `${host.urlOf('shop/mono')}/tree/main/${folder}/`,
      );
    expect(await titlesOf(at('services/cart'))).toEqual([
      'Node.js 18 is past its end of life',
    ]);
    expect(await titlesOf(at('services/pay'))).toEqual([]);
    expect(await titlesOf(at('examples/demo'))).toContain(
      'Python 3.7 is past its end of life',
    );
  });

  it('has nothing to suggest once it is gone, and finds the same thing by the same name', async () => {
    host.push('shop/checkout', { Dockerfile: 'FROM node:18\n' });
    const { source } = create();
    const entity = entityAt('checkout', host.urlOf('shop/checkout'));
    const [first] = (await source.suggest([entity], run())).suggestions;
    host.push('shop/checkout', {
      Dockerfile: 'FROM alpine\nRUN true\nFROM node:18.20.4-slim\n',
    });
    const [second] = (await source.suggest([entity], run())).suggestions;
    expect(second.fingerprint).toBe(first.fingerprint);
    host.push('shop/checkout', { Dockerfile: 'FROM node:22\n' });
    expect(await source.suggest([entity], run())).toMatchObject({
      lookedAt: [entity.entityRef],
      suggestions: [],
    });
  });

  it('makes what cannot be read a problem, of which nothing is known to be gone', async () => {
    host.push('shop/good', { Dockerfile: 'FROM node:18\n' });
    host.push('shop/bad', {});
    host.push('shop/slow', {});
    host.break('shop/bad', 'error');
    host.break('shop/slow', 'silence');
    const { source } = create();
    const found = await source.suggest(
      [
        ...['bad', 'good', 'slow'].map(name =>
          entityAt(name, host.urlOf(`shop/${name}`)),
        ),
        entityAt('nowhere', undefined),
      ],
      run(),
    );
    expect(found.lookedAt).toEqual([
      'component:default/good',
      'component:default/nowhere',
    ]);
    expect(found.suggestions).toHaveLength(1);
    expect(found.problems).toEqual([
      {
        entityRef: 'component:default/bad',
        problem: expect.stringMatching(/could not be read: .*500/),
      },
      {
        entityRef: 'component:default/slow',
        problem: expect.stringMatching(/longer than 2 seconds/),
      },
    ]);
  });

  it('does not take a repository for looked at of which it left a manifest out', async () => {
    host.push('shop/large', {
      'Dockerfile.old': 'FROM node:18\n',
      'package.json': `{"name":"${'x'.repeat(600_000)}"}`,
    });
    host.push('shop/many', {
      'ok/Dockerfile': 'FROM node:18\n',
      ...Object.fromEntries(
        Array.from({ length: 501 }, (_, at) => [
          `pkg/${at}/package.json`,
          '{}',
        ]),
      ),
    });
    const { source } = create();
    const found = await source.suggest(
      [
        entityAt('large', host.urlOf('shop/large')),
        entityAt('many', host.urlOf('shop/many')),
      ],
      run(),
    );
    expect(found.lookedAt).toEqual([]);
    expect(found.suggestions.length).toBeGreaterThan(0);
    expect(found.problems).toEqual([
      {
        entityRef: 'component:default/large',
        problem:
          'One file was not looked into: manifests over 500 kB, or more than 500 in one repository',
      },
      {
        entityRef: 'component:default/many',
        problem: expect.stringMatching(/^2 files were not looked into/),
      },
    ]);
  });

  it('goes by the table that is configured', async () => {
    host.push('shop/checkout', {
      Dockerfile: 'FROM node:22\nFROM python:2.7\n',
    });
    const { titlesOf } = create({
      endingDays: 30,
      table: {
        compiledOn: '2026-05-01',
        products: [
          {
            id: 'nodejs',
            name: 'Our Node.js',
            kind: 'runtime',
            sourceUrl: 'https://wiki.example.com/node',
            cycles: [{ cycle: '22', endsOn: '2026-06-20' }],
          },
        ],
      },
    });
    expect(
      await titlesOf(entityAt('checkout', host.urlOf('shop/checkout'))),
    ).toEqual(['Our Node.js 22 nears its end of life']);
  });

  it('reads what facts have read already not again', async () => {
    host.push('shop/checkout', { Dockerfile: 'FROM node:18\n' });
    const { source, provider } = create();
    const entity = entityAt('checkout', host.urlOf('shop/checkout'));
    await provider.provide([entity], run());
    const archives = () =>
      host.takeRequests().filter(path => path.includes('/tarball/')).length;
    expect(archives()).toBe(1);
    expect((await source.suggest([entity], run())).suggestions).toHaveLength(1);
    expect(archives()).toBe(0);
  });

  it('ends with its run', async () => {
    host.push('shop/slow', {});
    host.break('shop/slow', 'silence');
    const controller = new AbortController();
    const suggested = create().source.suggest(
      [entityAt('slow', host.urlOf('shop/slow'))],
      { now: 0, signal: controller.signal },
    );
    controller.abort(new Error('It is over'));
    await expect(suggested).rejects.toThrow('It is over');
  });
});
