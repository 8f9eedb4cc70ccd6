import { decodeCursor, encodeCursor, type PositionShape } from './cursor';

interface Position {
  value: string | null;
  entityRef: string;
}
const shape: PositionShape<Position> = {
  value: ['string', 'null'],
  entityRef: ['string'],
};
const list = { order: 'name', filter: { tier: '1' } };

describe('cursor', () => {
  it('takes no number that a column of 32 bits cannot be compared with', () => {
    const decode = (count: number) =>
      decodeCursor<{ count: number }>(
        encodeCursor({ count }, list),
        { count: ['int32'] },
        list,
      );
    for (const count of [0, -7, 2 ** 31 - 1, 1 - 2 ** 31]) {
      expect(decode(count)).toEqual({ count });
    }
    for (const count of [2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, 0.5]) {
      expect(() => decode(count)).toThrow("'cursor'");
    }
  });

  it('takes any number that is finite, where fractions are compared', () => {
    const decode = (cursor: string) =>
      decodeCursor<{ rate: number }>(cursor, { rate: ['double'] }, list);
    for (const rate of [0, -0.25, 14.4, 1e300]) {
      expect(decode(encodeCursor({ rate }, list))).toEqual({ rate });
    }
    const tooLarge = Buffer.from(
      Buffer.from(encodeCursor({ rate: 7 }, list), 'base64url')
        .toString('utf8')
        .replace('7', '1e999'),
    ).toString('base64url');
    expect(() => decode(tooLarge)).toThrow("'cursor'");
  });

  it('comes back as the position it was made of', () => {
    const position = { value: null, entityRef: 'component:default/ä' };
    expect(
      decodeCursor<Position>(encodeCursor(position, list), shape, list),
    ).toEqual(position);
    expect(decodeCursor<Position>(undefined, shape, list)).toBeUndefined();
  });

  it.each([
    'nonsense',
    encodeCursor([], list),
    encodeCursor({ value: 'a' }, list),
    encodeCursor({ value: { $ne: 1 }, entityRef: 'a' }, list),
    encodeCursor({ value: 5, entityRef: 'a' }, list),
    encodeCursor({ value: 'a\0', entityRef: 'a' }, list),
    encodeCursor({ value: 1e99, entityRef: 'a' }, list),
    encodeCursor({ value: 'a', entityRef: 'a' }, { ...list, order: 'size' }),
    encodeCursor({ value: 'a', entityRef: 'a' }, { ...list, filter: {} }),
    Buffer.from('{"value":"a","entityRef":"a"}').toString('base64url'),
  ])('refuses %s by name', cursor => {
    expect(() => decodeCursor<Position>(cursor, shape, list)).toThrow(
      "'cursor' must be the nextCursor of a page of this list",
    );
  });
});
