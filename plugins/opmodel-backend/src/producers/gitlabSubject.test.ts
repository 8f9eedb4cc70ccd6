import { parseGitlabSubject } from './gitlabSubject';

describe('parseGitlabSubject', () => {
  it.each([
    [
      'project_path:acme/shop:ref_type:branch:ref:main',
      { project: 'acme/shop', refType: 'branch', ref: 'main' },
    ],
    [
      'project_path:acme/web/sub.group/shop-2:ref_type:tag:ref:release/1.0',
      {
        project: 'acme/web/sub.group/shop-2',
        refType: 'tag',
        ref: 'release/1.0',
      },
    ],
  ])('reads %s', (subject, expected) => {
    expect(parseGitlabSubject(subject)).toEqual(expected);
  });

  it.each([
    '',
    'project_path:shop:ref_type:branch:ref:main',
    'project_path:acme//shop:ref_type:branch:ref:main',
    'project_path:acme/../shop:ref_type:branch:ref:main',
    'project_path:acme/shop:ref_type:commit:ref:main',
    'project_path:acme/shop:ref_type:branch:ref:',
    'project_path:acme/shop:ref_type:branch:ref:main:environment:production',
    'project_path:acme/shop:ref:main:ref_type:branch',
    'project_path:acme/shop:environment:production',
    'namespace_path:acme:ref_type:branch:ref:main',
  ])('takes %s for nobody', subject => {
    expect(parseGitlabSubject(subject)).toBeUndefined();
  });
});
