import { unmappedRemedy } from './unmappedRemedy';

it.each([
  ['it names no entity; send entityRef or repositoryUrl', 'namesNone'],
  [
    'the catalog has no component:default/a or component:default/b',
    'notInCatalog',
  ],
  ['no entity declares github:shop/api', 'notDeclared'],
  ['4 entities share github:shop/all; send paths or entityRef', 'shared'],
  [
    'none of the paths lies in a folder of the 4 entities that share github:shop/all',
    'otherPath',
  ],
  ['2 entities are called checkout; send entityRef', 'namesakes'],
  [
    'the catalog has no component:default/a, and 4 entities share github:shop/all; send paths or entityRef',
    'shared',
  ],
  [
    'the catalog has no component:default/a, and no entity declares github:shop/api',
    'notInCatalog',
  ],
  ['something that a newer engine says', 'other'],
])('finds what helps against "%s"', (reason, remedy) => {
  expect(unmappedRemedy(reason)).toBe(remedy);
});
