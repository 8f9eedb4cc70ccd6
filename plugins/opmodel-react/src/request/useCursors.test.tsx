import { act, renderHook } from '@testing-library/react';
import { useCursors } from './useCursors';

describe('useCursors', () => {
  it('goes to older pages and back', () => {
    const { result } = renderHook(() => useCursors('all'));
    expect(result.current.cursor).toBeUndefined();
    expect(result.current.pagesAround('second')).toMatchObject({
      index: 0,
      newer: undefined,
    });

    act(() => result.current.pagesAround('second').older!());
    expect(result.current.cursor).toBe('second');
    const last = result.current.pagesAround(null);
    expect(last).toMatchObject({ index: 1, older: undefined });

    act(() => last.newer!());
    expect(result.current.cursor).toBeUndefined();
  });

  it('begins anew with another list, and when it is told to', () => {
    const { result, rerender } = renderHook(list => useCursors(list), {
      initialProps: 'one',
    });
    act(() => result.current.pagesAround('second').older!());
    rerender('other');
    expect(result.current.cursor).toBeUndefined();
    expect(result.current.pagesAround(null).index).toBe(0);

    rerender('one');
    act(() => result.current.restart());
    expect(result.current.cursor).toBeUndefined();
  });
});
