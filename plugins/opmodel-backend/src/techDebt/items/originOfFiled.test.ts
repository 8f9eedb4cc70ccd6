import { originOfFiled } from './originOfFiled';

const ada = 'user:default/ada';

describe('originOfFiled', () => {
  it.each([
    ['a person', { ref: ada, actor: null }, 'person'],
    [
      'a template of a person',
      { ref: ada, actor: 'plugin:scaffolder' },
      'scaffolder',
    ],
    [
      'a template of nobody',
      { ref: 'plugin:scaffolder', actor: null },
      'scaffolder',
    ],
    [
      'another plugin for a person',
      { ref: ada, actor: 'plugin:search' },
      'person',
    ],
    [
      'a token of that name',
      { ref: 'external:scaffolder', actor: null },
      'person',
    ],
  ])('of what %s files', (_who, caller, type) => {
    expect(originOfFiled(caller)).toEqual({ type });
  });
});
