import { mockServices } from '@backstage/backend-test-utils';
import { createProducerGrants } from './createProducerGrants';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { GrantStores } from './grantLookup';

const stores: GrantStores = {
  catalog: { findLinks: async () => [], getEntities: async () => [] },
  records: { listEntityRefs: async () => new Map() },
};

const issuer = {
  type: 'jwks',
  options: {
    url: 'https://token.example.com/jwks',
    subjectPrefix: 'github',
    audience: 'opmodel',
  },
  accessRestrictions: [{ plugin: 'opmodel' }],
};
const gitlabIssuer = {
  ...issuer,
  options: { ...issuer.options, subjectPrefix: 'gitlab' },
};
const staticToken = {
  type: 'static',
  options: { token: 'not-a-secret', subject: 'ci' },
};

function grants(
  producers: object[],
  externalAccess: object[] = [issuer, gitlabIssuer, staticToken],
) {
  const logger = mockServices.logger.mock();
  const created = createProducerGrants({
    config: mockServices.rootConfig({
      data: {
        backend: { auth: { externalAccess } },
        opmodel: { intake: { producers } },
      },
    }),
    logger,
    stores,
  });
  return { logger, created };
}

/** The default source of whoever is allowed, else the word `nobody`. */
function sourceOf(producers: object[], subject: string, access?: object[]) {
  try {
    return grants(producers, access).created.grantOf(subject).source;
  } catch (error) {
    expect(error).toMatchObject({
      name: 'NotAllowedError',
      message: `No rule of opmodel.intake.producers allows ${subject}`,
    });
    return 'nobody';
  }
}

const main = 'ref:refs/heads/main';
const github = (rule: object) => ({
  type: 'github-actions',
  subjectPrefix: 'github',
  ...rule,
});
const gitlab = (rule: object) => ({
  type: 'gitlab-ci',
  subjectPrefix: 'gitlab',
  ...rule,
});

describe('rules for GitHub Actions', () => {
  const acme = github({ organizations: ['acme'] });
  const onMain = github({
    repositories: ['acme/shop', 'acme/lib-*'],
    refs: ['refs/heads/main', 'refs/tags/v*'],
    environments: ['production'],
  });
  const shop = 'github-actions:acme/shop';

  it.each([
    [acme, `repo:acme/shop:${main}`, shop],
    [acme, `repo:ACME/Shop:${main}`, shop],
    [acme, `repo:acme@1/shop@2:${main}`, shop],
    [acme, 'repo:acme/shop:environment:anything', shop],
    [acme, `repo:acme-evil/shop:${main}`, 'nobody'],
    [acme, `repo:evil/acme:${main}`, 'nobody'],
    [acme, 'repo:acme/shop:pull_request', 'nobody'],
    [acme, 'repo:acme/shop:ref:refs/pull/1/merge', 'nobody'],
    [acme, `repo:acme/shop/x:${main}`, 'nobody'],
    [
      acme,
      'repo:acme/shop:job_workflow_ref:acme/ci/.github/workflows/d.yml@refs/heads/main',
      'nobody',
    ],
    [{ ...acme, pullRequests: true }, 'repo:acme/shop:pull_request', shop],
    [onMain, `repo:acme/shop:${main}`, shop],
    [onMain, 'repo:acme/shop:ref:refs/tags/v1', shop],
    [onMain, 'repo:acme/shop:ref:refs/heads/dev', 'nobody'],
    [onMain, 'repo:acme/shop:ref:refs/heads/main/x', 'nobody'],
    [onMain, 'repo:acme/shop:ref:refs/heads/MAIN', 'nobody'],
    [onMain, 'repo:acme/shop:environment:Production', shop],
    [onMain, 'repo:acme/shop:environment:staging', 'nobody'],
    [onMain, 'repo:acme/shop:environment:x:ref:refs/heads/main', 'nobody'],
    [onMain, 'repo:acme/shop:environment:x%3Aref%3Arefs/heads/main', 'nobody'],
    [onMain, `repo:acme/lib-a:${main}`, 'github-actions:acme/lib-a'],
    [onMain, `repo:acme/tools:${main}`, 'nobody'],
    [
      github({ repositories: ['acme@7/shop@8'] }),
      `repo:acme@7/shop@8:${main}`,
      shop,
    ],
    [
      github({ repositories: ['acme@7/shop@8'] }),
      `repo:acme@9/shop@8:${main}`,
      'nobody',
    ],
    [
      github({ repositories: ['acme@7/shop@8'] }),
      `repo:acme/shop:${main}`,
      'nobody',
    ],
    [
      github({
        organizations: ['acme'],
        workflows: ['acme/ci/.github/workflows/*@refs/heads/main'],
      }),
      'repo:acme/shop:job_workflow_ref:acme/ci/.github/workflows/d.yml@refs/heads/main',
      shop,
    ],
    [
      github({
        organizations: ['acme'],
        workflows: ['acme/ci/.github/workflows/*@refs/heads/main'],
      }),
      'repo:acme/shop:job_workflow_ref:acme/ci/.github/workflows/d.yml@refs/heads/dev',
      'nobody',
    ],
    [
      github({ organizations: ['acme'], host: 'ghe.example.com' }),
      `repo:acme/shop:${main}`,
      'github-actions:ghe.example.com/acme/shop',
    ],
  ])('%j takes %s for %s', (rule, subject, source) => {
    expect(sourceOf([rule], `external:github:${subject}`)).toBe(source);
  });

  it('asks for the issuer', () => {
    for (const subject of [
      `repo:acme/shop:${main}`,
      `external:repo:acme/shop:${main}`,
      `external:gitlab:repo:acme/shop:${main}`,
      `external:github:external:github:repo:acme/shop:${main}`,
    ]) {
      expect(sourceOf([acme], subject)).toBe('nobody');
    }
  });
});

describe('rules for GitLab CI', () => {
  const subjectOf = (project: string, ref = 'main', type = 'branch') =>
    `external:gitlab:project_path:${project}:ref_type:${type}:ref:${ref}`;

  it.each([
    [{ projects: ['acme/*'] }, subjectOf('acme/shop'), 'gitlab-ci:acme/shop'],
    [{ projects: ['Acme/*'] }, subjectOf('acme/Shop'), 'gitlab-ci:acme/shop'],
    [{ projects: ['acme/*'] }, subjectOf('acme/web/shop'), 'nobody'],
    [
      { projects: ['acme/**'] },
      subjectOf('acme/web/shop'),
      'gitlab-ci:acme/web/shop',
    ],
    [{ projects: ['acme/*'] }, subjectOf('acme-evil/shop'), 'nobody'],
    [
      { projects: ['acme/*'], refs: ['main'] },
      subjectOf('acme/shop', 'dev'),
      'nobody',
    ],
    [
      { projects: ['acme/*'], refs: ['main'], refTypes: ['branch'] },
      subjectOf('acme/shop', 'main', 'tag'),
      'nobody',
    ],
    [
      { projects: ['acme/*'], host: 'gitlab.example.com' },
      subjectOf('acme/shop'),
      'gitlab-ci:gitlab.example.com/acme/shop',
    ],
  ])('%j takes %s for %s', (rule, subject, source) => {
    expect(sourceOf([gitlab(rule)], subject)).toBe(source);
  });
});

describe('callers of whom no rule speaks', () => {
  it.each([
    ['ci', 'ci'],
    ['plugin:scaffolder', 'plugin:scaffolder'],
    ['unknown', 'nobody'],
    ['external:ci', 'nobody'],
    [`external:github:repo:acme/shop:${main}`, 'nobody'],
  ])('with issuers, %s is %s', (subject, source) => {
    expect(sourceOf([], subject)).toBe(source);
  });

  it('may send everything where every caller is named by the configuration', () => {
    expect(sourceOf([], 'anything', [staticToken])).toBe('anything');
    expect(sourceOf([], 'anything', [])).toBe('anything');
  });

  it('are not told apart from a static token whose subject an issuer could give as well', () => {
    const unprefixed = {
      ...issuer,
      options: { ...issuer.options, subjectPrefix: undefined },
    };
    const shadowed = {
      type: 'static',
      options: { token: 'not-a-secret', subject: 'external:ci' },
    };
    expect(sourceOf([], 'external:ci', [unprefixed, shadowed])).toBe('nobody');
    expect(sourceOf([], 'external:ci', [issuer, shadowed])).toBe('external:ci');
    expect(
      sourceOf([{ type: 'subject', subject: 'external:ci' }], 'external:ci', [
        unprefixed,
        shadowed,
      ]),
    ).toBe('external:ci');
  });

  it('are refused where a module brings a type of tokens of its own', () => {
    expect(
      sourceOf([], 'robot', [{ type: 'corporate', options: {} }, staticToken]),
    ).toBe('nobody');
  });
});

describe('the configuration of producers', () => {
  it('that is there to copy allows what it says', () => {
    const { backend, opmodel } = parse(
      readFileSync(
        resolve(__dirname, '../../../../examples/ci/app-config.ci.yaml'),
        'utf8',
      ),
    );
    const { producers } = opmodel.intake;
    const { externalAccess } = backend.auth;
    const sourceBy = (subject: string) =>
      sourceOf(producers, subject, externalAccess);
    const job = 'external:github:repo:acme/shop:';
    const pipeline = 'external:gitlab:project_path:acme/web/shop:ref_type:';
    expect(
      [
        `${job}ref:refs/heads/main`,
        `${job}environment:production`,
        `${job}ref:refs/heads/dev`,
        `${pipeline}branch:ref:main`,
        `${pipeline}tag:ref:main`,
      ].map(sourceBy),
    ).toEqual([
      'github-actions:acme/shop',
      'github-actions:acme/shop',
      'nobody',
      'gitlab-ci:acme/web/shop',
      'nobody',
    ]);
    expect(
      grants(producers, externalAccess).logger.warn,
    ).not.toHaveBeenCalled();
  });

  it.each([
    [
      { type: 'jenkins' },
      '.type: expected one of github-actions, gitlab-ci, subject',
    ],
    [
      github({}),
      ': expected organizations or repositories, each with the name of an organization',
    ],
    [
      github({ organizations: ['*'] }),
      ': expected organizations or repositories, each with the name of an organization',
    ],
    [
      github({ repositories: ['acme*/shop'] }),
      ': expected organizations or repositories, each with the name of an organization',
    ],
    [
      github({ organizations: ['acme/shop'] }),
      '.organizations[0]: expected a name such as acme',
    ],
    [
      github({ repositories: ['acme/shop', 'acme'] }),
      '.repositories[1]: expected a name such as acme/shop or acme/*',
    ],
    [
      github({ organizations: ['acme'], refs: ['main'] }),
      '.refs[0]: expected a full ref such as refs/heads/main',
    ],
    [
      gitlab({ projects: ['**'] }),
      '.projects: expected patterns that begin with the name of a group, such as acme/**',
    ],
    [
      gitlab({ projects: ['acme/*'], refTypes: ['merge'] }),
      '.refTypes: expected branch, tag',
    ],
    [
      github({ organizations: ['acme'], entities: 'some' }),
      '.entities: expected all, repository or refs, owners, systems, namespaces',
    ],
    [
      { type: 'subject', subject: 'ci', entities: 'repository' },
      '.entities: expected all or refs, owners, systems, namespaces',
    ],
    [
      { type: 'subject', subject: 'ci', entities: {} },
      '.entities: expected at least one of refs, owners, systems, namespaces',
    ],
  ])('refuses %j', (rule, message) => {
    expect(() => grants([rule])).toThrow(
      `opmodel.intake.producers[0]${message}`,
    );
  });

  it('lets a server of our own name all its groups', () => {
    expect(() =>
      grants([gitlab({ projects: ['**'], host: 'gitlab.example.com' })]),
    ).not.toThrow();
  });

  it.each([
    [['github', 'github']],
    [['github', undefined]],
    [[undefined]],
    [['github:repo']],
    [['github', 'github:repo']],
  ])('refuses issuers that could give the same subjects (%j)', prefixes => {
    expect(() =>
      grants(
        [github({ organizations: ['acme'] })],
        prefixes.map(subjectPrefix => ({
          ...issuer,
          options: { ...issuer.options, subjectPrefix },
        })),
      ),
    ).toThrow(
      'opmodel.intake.producers[0].subjectPrefix: expected that no other entry',
    );
  });

  it('warns of what is open wider than anybody means it to be', () => {
    const { logger } = grants(
      [gitlab({ projects: ['acme/*'] })],
      [
        {
          type: 'jwks',
          options: {
            url: 'https://token.example.com/jwks',
            subjectPrefix: 'elsewhere',
          },
        },
      ],
    );
    expect(logger.warn.mock.calls.map(([message]) => message)).toEqual([
      'backend.auth.externalAccess[0] has no accessRestrictions, so everybody for whom its issuer makes a token may use all of the portal',
      'backend.auth.externalAccess[0] has no audience, so a token that its issuer made for another service is taken as well',
      'opmodel.intake.producers[0] allows nobody as long as no entry of type jwks in backend.auth.externalAccess has its subjectPrefix',
    ]);
    expect(grants([]).logger.warn).not.toHaveBeenCalled();
  });
});
