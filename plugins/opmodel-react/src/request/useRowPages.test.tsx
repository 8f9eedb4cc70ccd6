import { act, renderHook, waitFor } from '@testing-library/react';
import type { PageRequest, RowPage } from './rowSource';
import { useRowPages } from './useRowPages';

const NAMES = ['a', 'b', 'c'];

function setUp(initial: { state: string; enabled?: boolean }) {
  const requestPage = jest.fn(
    async (
      { limit, cursor }: PageRequest,
      _: AbortSignal,
    ): Promise<RowPage<string>> => {
      const first = Number(cursor ?? 0);
      const next = first + limit;
      return {
        items: NAMES.slice(first, next),
        totalItems: NAMES.length,
        nextCursor: next < NAMES.length ? String(next) : null,
      };
    },
  );
  const { result, rerender } = renderHook(
    ({ state, enabled }: { state: string; enabled?: boolean }) =>
      useRowPages(
        { filter: { state }, requestPage },
        { rowsPerPage: 2, enabled },
      ),
    { initialProps: initial },
  );
  return { result, rerender, requestPage };
}

describe('useRowPages', () => {
  it('goes to older rows and back, a page at a time', async () => {
    const { result } = setUp({ state: 'open' });
    await waitFor(() => expect(result.current.page.phase).toBe('ready'));
    expect(result.current.newer).toBeUndefined();

    act(() => result.current.older!());
    await waitFor(() => expect(result.current.page.data?.items).toEqual(['c']));
    expect(result.current.older).toBeUndefined();

    act(() => result.current.newer!());
    await waitFor(() =>
      expect(result.current.page.data?.items).toEqual(['a', 'b']),
    );
  });

  it('begins with the first page of another list, and shows nothing of the one before', async () => {
    const { result, rerender, requestPage } = setUp({ state: 'open' });
    await waitFor(() => expect(result.current.page.phase).toBe('ready'));
    act(() => result.current.older!());
    await waitFor(() => expect(result.current.index).toBe(1));

    rerender({ state: 'closed' });

    expect(result.current.page.data).toBeUndefined();
    await waitFor(() => expect(result.current.page.phase).toBe('ready'));
    expect(result.current.index).toBe(0);
    expect(requestPage.mock.lastCall?.[0]).toEqual({ limit: 2 });
  });

  it('asks for nothing until the rows are wanted', async () => {
    const { result, rerender, requestPage } = setUp({
      state: 'open',
      enabled: false,
    });
    expect(requestPage).not.toHaveBeenCalled();
    rerender({ state: 'open', enabled: true });
    await waitFor(() => expect(result.current.page.phase).toBe('ready'));
  });
});
