import { refuseNul } from './refuseNul';

function refuse(url: string): unknown {
  const next = jest.fn();
  refuseNul({ url } as any, {} as any, next);
  expect(next).toHaveBeenCalledTimes(1);
  return next.mock.calls[0][0];
}

describe('refuseNul', () => {
  it.each([
    ['/dora?system=a%00b', `'system' must be text without NUL characters`],
    ['/dora?a=1&text=%00', `'text' must be text without NUL characters`],
    ['/dora?te%00xt=1', `'text' must be text without NUL characters`],
    ['/entities/a/b/%00/dora', 'Nothing has a name with a NUL character'],
  ])('refuses %s', (url, message) => {
    expect(refuse(url)).toMatchObject({ message });
  });

  it.each(['/dora', '/dora?text=%2500', '/dora?text=%', '//', '/%E0%A4%A'])(
    'lets %s pass',
    url => {
      expect(refuse(url)).toBeUndefined();
    },
  );
});
