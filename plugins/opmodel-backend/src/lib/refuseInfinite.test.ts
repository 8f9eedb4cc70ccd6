import { refuseInfinite } from './refuseInfinite';

function refuse(query: object): unknown {
  const next = jest.fn();
  refuseInfinite({ query } as any, {} as any, next);
  expect(next).toHaveBeenCalledTimes(1);
  return next.mock.calls[0][0];
}

describe('refuseInfinite', () => {
  it.each([Infinity, -Infinity])('refuses %s by its name', limit => {
    expect(refuse({ text: 'a', limit })).toMatchObject({
      name: 'InputError',
      message: `'limit' must be a finite number`,
    });
  });

  it('lets numbers pass, and words that only look like them', () => {
    expect(refuse({ limit: 20, text: 'Infinity' })).toBeUndefined();
  });
});
