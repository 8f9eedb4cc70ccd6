import { ScmIntegrations } from '@backstage/integration';
import {
  type FactSchema,
  findValueProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  factProviderContract,
  type ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import { mockServices } from '@backstage/backend-test-utils';
import { RepositoryFactProvider } from './RepositoryFactProvider';
import { repositorySchema } from './repositoryFacts';
import { RepositoryReader } from './RepositoryReader';
import { readRepositorySettings } from './repositorySettings';
import { entityAt as entity } from './__testUtils__/entityAt';
import { type CodeHost, startCodeHost } from './__testUtils__/startCodeHost';

const mit = `MIT License

Copyright (c) Example

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files, to deal
in the Software without restriction. The above copyright notice and this permission notice shall be included in all copies.`;

const everything = {
  'README.md': '# Checkout\n\nTakes the money. – ä 😀\n',
  LICENSE: mit,
  '.github/CODEOWNERS': '* @example/shop',
  '.github/workflows/build.yml':
    'jobs:\n  scan:\n    steps:\n      - uses: github/codeql-action/analyze@v3\n      - uses: aquasecurity/trivy-action@v1\n',
  '.github/dependabot.yml': 'version: 2',
  '.github/copilot-instructions.md': 'Be kind.',
  'AGENTS.md': 'Run the tests.',
  'SECURITY.md': 'Write to security@example.com',
  'CONTRIBUTING.md': 'Welcome',
  'CHANGELOG.md': '1.0',
  Dockerfile: 'FROM scratch',
  'package.json': '{"name":"checkout"}',
  'yarn.lock': '',
  'src/index.ts': 'export {};',
  'src/index.test.ts': 'it()',
  'docs/runbook.md': 'Turn it off and on',
  'docs/adr/0001-money.md': 'We take money',
  'node_modules/left-pad/LICENSE.md': 'WTFPL',
};

/** A run of its own. */
const run = () => ({ now: 0, signal: new AbortController().signal });

const factsOf = (told: ToldFacts) => ('facts' in told ? told.facts : undefined);

describe('the provider of facts of repositories', () => {
  let host: CodeHost;

  beforeEach(async () => {
    host = await startCodeHost();
  });

  afterEach(() => host.stop());

  const create = (given: object = {}) => {
    const settings = readRepositorySettings(
      mockServices.rootConfig({
        data: { opmodel: { scorecards: { repository: given } } },
      }),
      Object.keys(repositorySchema),
    );
    return new RepositoryFactProvider({
      repositories: new RepositoryReader({
        reader: host.reader,
        settings,
        todos: null,
      }),
      integrations: ScmIntegrations.fromConfig(host.config),
      settings,
    });
  };

  it.each(factProviderContract)('$name', async ({ check }) => {
    host.push('shop/checkout', everything);
    host.push('shop/bare', { 'main.c': 'int main() {}' });
    host.push('shop/bad', {});
    host.break('shop/bad', 'error');
    await expect(
      check({
        provider: create(),
        entities: [
          entity('checkout', host.urlOf('shop/checkout')),
          entity('bare', host.urlOf('shop/bare')),
        ],
        unknownEntity: entity('nowhere', undefined),
        brokenEntity: entity('bad', host.urlOf('shop/bad')),
      }),
    ).resolves.toBeUndefined();
  });

  it('tells what a repository holds', async () => {
    host.push('shop/checkout', everything);
    const provider = create();
    const told = await provider.provide(
      [entity('checkout', `${host.urlOf('shop/checkout')}/tree/main/`)],
      run(),
    );
    expect(told).toEqual([
      {
        entityRef: 'component:default/checkout',
        facts: {
          hasReadme: true,
          readmeLength: everything['README.md'].length,
          hasLicense: true,
          licenseId: 'MIT',
          hasCodeowners: true,
          hasSecurityPolicy: true,
          hasContributing: true,
          hasChangelog: true,
          hasDockerfile: true,
          hasTests: true,
          hasRunbook: true,
          hasDecisionRecords: true,
          hasLockfile: true,
          hasDependencyUpdates: true,
          hasCi: true,
          ciSystems: ['github-actions'],
          securityScans: ['codeql', 'trivy'],
          dependencyManifests: ['npm'],
          hasAgentInstructions: true,
          agentInstructions: ['.github/copilot-instructions.md', 'AGENTS.md'],
        },
      },
    ]);
    const schema: FactSchema = provider.schema;
    for (const [name, value] of Object.entries(factsOf(told[0])!)) {
      expect([name, findValueProblem(schema[name], value)]).toEqual([
        name,
        null,
      ]);
    }
  });

  it('tells of an empty repository that nothing is there', async () => {
    host.push('shop/bare', { 'main.c': 'int main() {}' });
    const [told] = await create().provide(
      [entity('bare', host.urlOf('shop/bare'))],
      run(),
    );
    const { licenseId, readmeLength, ...facts } = factsOf(told)!;
    expect([licenseId, readmeLength]).toEqual([null, null]);
    expect(
      Object.values(facts).filter(
        value => value !== false && (value as []).length !== 0,
      ),
    ).toEqual([]);
  });

  it('reads a repository once a run, whoever lives in it, and not again until it changes', async () => {
    host.push('shop/mono', {
      'README.md': 'All',
      LICENSE: 'Apache License\nVersion 2.0, January 2004',
      '.gitlab-ci.yml': 'include: SAST.gitlab-ci.yml',
      'services/cart/README.md': 'The cart',
      'services/cart/go.mod': 'module cart',
      'services/cart/go.sum': '',
      'services/cart/cart_test.go': 'package cart',
      'services/pay/pom.xml': '<project/>',
      'services/payments/README.md': 'Another',
    });
    const provider = create();
    const root = host.urlOf('shop/mono');
    const cart = entity('cart', `${root}/tree/main/services/cart/`);
    const pay = entity('pay', `${root}/tree/main`, {
      'opmodel.io/path': '/services/pay/',
    });
    const first = run();
    const [cartFacts] = (await provider.provide([cart], first)).map(factsOf);
    const [payFacts] = (await provider.provide([pay], first)).map(factsOf);
    const archives = () =>
      host.takeRequests().filter(path => path.includes('/tarball/')).length;
    expect(archives()).toBe(1);
    expect(cartFacts).toMatchObject({
      hasReadme: true,
      licenseId: 'Apache-2.0',
      ciSystems: ['gitlab-ci'],
      securityScans: ['gitlab-security'],
      dependencyManifests: ['go'],
      hasLockfile: true,
      hasTests: true,
    });
    expect(payFacts).toMatchObject({
      hasReadme: false,
      licenseId: 'Apache-2.0',
      ciSystems: ['gitlab-ci'],
      dependencyManifests: ['maven'],
      hasLockfile: false,
      hasTests: false,
    });

    expect((await provider.provide([cart], run())).map(factsOf)).toEqual([
      cartFacts,
    ]);
    // Whether it changed takes one request.
    expect(host.takeRequests()).toHaveLength(1);

    host.push('shop/mono', { 'services/cart/go.mod': 'module cart' });
    const [changed] = (await provider.provide([cart], run())).map(factsOf);
    expect(changed).toMatchObject({ hasReadme: false, licenseId: null });
    expect(archives()).toBe(1);
  });

  it('tells of files that are asked for, by path and by what they contain', async () => {
    host.push('shop/mono', {
      'a/deploy/values.yaml': 'replicas: 2\nresources:\n  limits: 1\n',
      'b/deploy/values.yaml': 'replicas: 2\n',
      'policy.json': '{}',
    });
    const provider = create({
      files: [
        { name: 'hasValues', paths: ['deploy/*.yaml'] },
        {
          name: 'hasLimits',
          paths: ['deploy/values.yaml', 'chart/values.yaml'],
          contains: '^resources:',
        },
        { name: 'hasPolicy', paths: ['/policy.json'] },
        { name: 'hasOwnPolicy', paths: ['policy.json'] },
      ],
    });
    expect(provider.schema.hasLimits).toEqual({
      type: 'boolean',
      description: 'There is a file deploy/values.yaml or chart/values.yaml',
    });
    const root = host.urlOf('shop/mono');
    const told = await provider.provide(
      ['a', 'b', 'c'].map(name =>
        entity(name, root, { 'opmodel.io/path': name }),
      ),
      run(),
    );
    expect(told.map(factsOf)).toEqual([
      expect.objectContaining({
        hasValues: true,
        hasLimits: true,
        hasPolicy: true,
        hasOwnPolicy: false,
      }),
      expect.objectContaining({ hasValues: true, hasLimits: false }),
      expect.objectContaining({ hasValues: false, hasPolicy: true }),
    ]);
  });

  it('makes one broken repository the problem of its entities alone', async () => {
    host.push('shop/good', { 'README.md': 'Good' });
    host.push('shop/bad', { 'README.md': 'Bad' });
    host.push('shop/slow', { 'README.md': 'Slow' });
    host.break('shop/bad', 'error');
    host.break('shop/slow', 'silence');
    const told = await create({ timeout: { seconds: 1 } }).provide(
      ['good', 'bad', 'slow', 'gone'].map(name =>
        entity(name, host.urlOf(`shop/${name}`)),
      ),
      run(),
    );
    expect(told).toEqual([
      expect.objectContaining({
        facts: expect.objectContaining({ hasReadme: true }),
      }),
      {
        entityRef: 'component:default/bad',
        problem: expect.stringMatching(/could not be read: .*500/),
      },
      {
        entityRef: 'component:default/slow',
        problem: expect.stringMatching(/longer than 1 seconds/),
      },
      {
        entityRef: 'component:default/gone',
        problem: expect.stringMatching(/404/),
      },
    ]);
  });

  it('makes an address that cannot be read the problem of its entity alone', async () => {
    host.push('shop/checkout', everything);
    const told = await create().provide(
      [
        entity('checkout', host.urlOf('shop/checkout')),
        entity('odd', `${host.urlOf('shop/%E0%A4/checkout')}/tree/main/docs`),
      ],
      run(),
    );
    expect(told).toEqual([
      expect.objectContaining({ entityRef: 'component:default/checkout' }),
      {
        entityRef: 'component:default/odd',
        problem: expect.stringContaining('could not be read'),
      },
    ]);
    expect(factsOf(told[0])).toBeDefined();
  });

  it('tells nothing of an entity without a repository', async () => {
    expect(
      await create().provide(
        [
          entity('nowhere', undefined),
          entity('local', undefined, {
            'backstage.io/managed-by-location': 'file:/catalog/all.yaml',
          }),
        ],
        run(),
      ),
    ).toEqual([]);
    expect(host.takeRequests()).toEqual([]);
  });

  it('does not keep texts that are too long', async () => {
    host.push('shop/long', {
      LICENSE: Buffer.concat([
        Buffer.from('Apache License Version 2.0\n'),
        Buffer.alloc(1024 * 1024, 'x'),
      ]),
    });
    const [told] = await create().provide(
      [entity('long', host.urlOf('shop/long'))],
      run(),
    );
    expect(factsOf(told)).toMatchObject({ hasLicense: true, licenseId: null });
  });

  it('ends with its run', async () => {
    host.push('shop/slow', {});
    host.break('shop/slow', 'silence');
    const controller = new AbortController();
    const told = create().provide([entity('slow', host.urlOf('shop/slow'))], {
      now: 0,
      signal: controller.signal,
    });
    controller.abort(new Error('It is over'));
    await expect(told).rejects.toThrow('It is over');
  });
});
