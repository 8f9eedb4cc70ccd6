import { parseGithubSubject } from './githubSubject';

const acmeShop = { owner: { name: 'acme' }, repository: { name: 'shop' } };

describe('parseGithubSubject', () => {
  it.each([
    [
      'repo:acme/shop:ref:refs/heads/main',
      { ...acmeShop, context: { ref: 'refs/heads/main' } },
    ],
    [
      'repo:acme/shop:ref:refs/tags/v1.0',
      { ...acmeShop, context: { ref: 'refs/tags/v1.0' } },
    ],
    [
      'repo:acme/shop:environment:production',
      { ...acmeShop, context: { environment: 'production' } },
    ],
    [
      'repo:acme/shop:environment:eu%3Aproduction',
      { ...acmeShop, context: { environment: 'eu:production' } },
    ],
    [
      // A percent sign is part of what a branch may be called.
      'repo:acme/shop:ref:refs/heads/main%3Ax',
      { ...acmeShop, context: { ref: 'refs/heads/main%3Ax' } },
    ],
    [
      'repo:acme/shop:pull_request',
      { ...acmeShop, context: { pullRequest: true } },
    ],
    [
      'repo:acme/shop:ref:refs/pull/7/merge',
      { ...acmeShop, context: { pullRequest: true } },
    ],
    [
      'repo:acme@123456/shop@456789:ref:refs/heads/main',
      {
        owner: { name: 'acme', id: '123456' },
        repository: { name: 'shop', id: '456789' },
        context: { ref: 'refs/heads/main' },
      },
    ],
    [
      'repo:acme/shop:ref:refs/heads/main:job_workflow_ref:acme/ci/.github/workflows/deploy.yml@refs/heads/main',
      {
        ...acmeShop,
        context: { ref: 'refs/heads/main' },
        workflow: 'acme/ci/.github/workflows/deploy.yml@refs/heads/main',
      },
    ],
    [
      'repo:acme/shop:job_workflow_ref:acme/ci/.github/workflows/deploy.yml@refs/heads/main',
      {
        ...acmeShop,
        workflow: 'acme/ci/.github/workflows/deploy.yml@refs/heads/main',
      },
    ],
  ])('reads %s', (subject, expected) => {
    expect(parseGithubSubject(subject)).toEqual(expected);
  });

  it.each([
    '',
    'repo:acme/shop',
    'repo:acme/shop:',
    'repo:acme:ref:refs/heads/main',
    'repo:acme/shop/x:ref:refs/heads/main',
    'repo:acme/..:ref:refs/heads/main',
    'repo:/shop:ref:refs/heads/main',
    'repo:ac me/shop:ref:refs/heads/main',
    'repo:acme*/shop:ref:refs/heads/main',
    'repo:acme@/shop:ref:refs/heads/main',
    'repo:acme@1@2/shop:ref:refs/heads/main',
    'repo:acme@x/shop:ref:refs/heads/main',
    'repo:acme/shop:ref:main',
    'repo:acme/shop:ref:',
    'repo:acme/shop:environment:',
    'repo:acme/shop:actor:somebody',
    'REPO:acme/shop:ref:refs/heads/main',
    'repository_owner:acme:ref:refs/heads/main',
    // An environment that is called like another context.
    'repo:acme/shop:environment:x:ref:refs/heads/main',
    'repo:acme/shop:environment:x:pull_request',
    'repo:acme/shop:pull_request:ref:refs/heads/main',
    'repo:acme/shop:ref:refs/heads/a:ref:refs/heads/main',
    'repo:acme/shop:job_workflow_ref:a@b:ref:refs/heads/main',
    'repo:acme/shop:ref:refs/heads/main:job_workflow_ref:a@b:job_workflow_ref:c@d',
    `repo:acme/${'s'.repeat(101)}:ref:refs/heads/main`,
  ])('takes %s for nobody', subject => {
    expect(parseGithubSubject(subject)).toBeUndefined();
  });

  it('does not read an escaped colon as the end of a value', () => {
    expect(
      parseGithubSubject(
        'repo:acme/shop:environment:x%3Aref%3Arefs/heads/main',
      ),
    ).toEqual({
      ...acmeShop,
      context: { environment: 'x:ref:refs/heads/main' },
    });
  });
});
