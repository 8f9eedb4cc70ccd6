import { describeRejection } from './describeRejection';

describe('describeRejection', () => {
  it('words what is wrong alike in the same way', () => {
    const at = (index: number) =>
      describeRejection({
        errors: [
          { path: `changes[${index}].sha`, message: 'expected string' },
          { path: `changes[${index + 1}].sha`, message: 'expected string' },
          { path: '', message: 'expected object' },
        ],
      });
    expect(at(3)).toBe('changes[].sha: expected string; expected object');
    expect(at(3)).toBe(at(700));
  });

  it('names a few fields, whatever their order', () => {
    const errors = ['e', 'b', 'd', 'a', 'c'].map(path => ({
      path,
      message: 'required string',
    }));
    expect(describeRejection({ errors })).toBe(
      'a: required string; b: required string; c: required string',
    );
    expect(describeRejection({ errors: [...errors].reverse() })).toBe(
      describeRejection({ errors }),
    );
  });

  it('falls back to the reason', () => {
    expect(describeRejection({ reason: 'type x is not kept' })).toBe(
      'type x is not kept',
    );
    expect(describeRejection({})).toBe('rejected');
  });

  it('cuts and cleans what a sender makes too long or cannot be stored', () => {
    const text = describeRejection({ reason: `\0a${'😀'.repeat(1_000)}` });
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/^a(😀)+…$/u);
  });
});
