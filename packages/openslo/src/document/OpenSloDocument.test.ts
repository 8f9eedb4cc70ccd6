import { validateOpenSlo } from '../validate/validateOpenSlo';
import { documentOf } from './OpenSloDocument';

describe('documentOf', () => {
  it('makes a document of plain data', () => {
    const value = {
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'checkout' },
    };
    const document = documentOf(value, { index: 3, file: 'a.yaml' });
    expect(document).toMatchObject({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      name: 'checkout',
      index: 3,
      file: 'a.yaml',
    });
    expect(document.value).toBe(value);
    expect(document.positionOf(['kind'])).toBeUndefined();
  });

  it('takes what is broken as well', () => {
    const document = documentOf({ apiVersion: 1, kind: null, metadata: 'x' });
    expect(document).not.toHaveProperty('apiVersion');
    expect(document).not.toHaveProperty('kind');
    expect(document).not.toHaveProperty('name');
  });

  it('has problems that name a path and no line', () => {
    const [problem] = validateOpenSlo([documentOf({})], { mode: 'strict' });
    expect(problem).toMatchObject({ path: 'apiVersion', document: 0 });
    expect(problem).not.toHaveProperty('line');
    expect(problem).not.toHaveProperty('column');
    expect(problem).not.toHaveProperty('file');
  });
});
