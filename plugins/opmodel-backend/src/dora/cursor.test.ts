import { decodeCursor, encodeCursor } from './cursor';

interface Position {
  value: string | null;
  entityRef: string;
}
const fields: (keyof Position)[] = ['value', 'entityRef'];

describe('cursor', () => {
  it('comes back as the position it was made of', () => {
    const position = { value: null, entityRef: 'component:default/ä' };
    expect(decodeCursor<Position>(encodeCursor(position), fields)).toEqual(
      position,
    );
    expect(decodeCursor<Position>(undefined, fields)).toBeUndefined();
  });

  it.each([
    'nonsense',
    encodeCursor([]),
    encodeCursor({ value: 'a' }),
    encodeCursor({ value: { $ne: 1 }, entityRef: 'a' }),
  ])('refuses %s by name', cursor => {
    expect(() => decodeCursor<Position>(cursor, fields)).toThrow(
      "'cursor' must be the nextCursor of a page of this list",
    );
  });
});
