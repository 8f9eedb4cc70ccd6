import { formatPath } from './OpenSloPath';

describe('formatPath', () => {
  it.each([
    [[], ''],
    [['spec'], 'spec'],
    [['spec', 'objectives', 0, 'target'], 'spec.objectives[0].target'],
    [
      ['metadata', 'annotations', 'example.com/team'],
      "metadata.annotations['example.com/team']",
    ],
    [['a', "it's \\ so"], "a['it\\'s \\\\ so']"],
  ])('writes %j', (path, written) => {
    expect(formatPath(path)).toBe(written);
  });
});
