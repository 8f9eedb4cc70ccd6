import { decodeCursor, encodeCursor, type PositionShape } from './cursor';

interface Position {
  value: string | null;
  entityRef: string;
}
const shape: PositionShape<Position> = {
  value: ['string', 'null'],
  entityRef: ['string'],
};

describe('cursor', () => {
  it('comes back as the position it was made of', () => {
    const position = { value: null, entityRef: 'component:default/ä' };
    expect(decodeCursor<Position>(encodeCursor(position), shape)).toEqual(
      position,
    );
    expect(decodeCursor<Position>(undefined, shape)).toBeUndefined();
  });

  it.each([
    'nonsense',
    encodeCursor([]),
    encodeCursor({ value: 'a' }),
    encodeCursor({ value: { $ne: 1 }, entityRef: 'a' }),
    encodeCursor({ value: 5, entityRef: 'a' }),
    encodeCursor({ value: 1e99, entityRef: 'a' }),
  ])('refuses %s by name', cursor => {
    expect(() => decodeCursor<Position>(cursor, shape)).toThrow(
      "'cursor' must be the nextCursor of a page of this list",
    );
  });
});
