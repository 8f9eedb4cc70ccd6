import { act, renderHook, waitFor } from '@testing-library/react';
import { useQueryState, type QueryOptions } from './useQueryState';

interface Call {
  key: string;
  signal: AbortSignal;
  answer: (text: string) => Promise<void>;
  fail: (error: Error) => Promise<void>;
}

function setUp(initial: Partial<QueryOptions<string>> = {}) {
  const calls: Call[] = [];
  const options = (changed: Partial<QueryOptions<string>> = {}) => {
    const {
      key = 'a',
      subject = 'service',
      ...rest
    } = { ...initial, ...changed };
    return {
      key,
      subject,
      ...rest,
      request: (signal: AbortSignal) =>
        new Promise<string>((resolve, reject) => {
          calls.push({
            key,
            signal,
            answer: async text => act(async () => resolve(text)),
            fail: async error => act(async () => reject(error)),
          });
        }),
    };
  };
  const hook = renderHook(useQueryState<string>, { initialProps: options() });
  return {
    calls,
    state: () => hook.result.current,
    rerender: (changed: Partial<QueryOptions<string>>) =>
      hook.rerender(options(changed)),
    unmount: hook.unmount,
  };
}

describe('useQueryState', () => {
  it('loads, then shows', async () => {
    const { calls, state } = setUp();
    expect(state().phase).toBe('loading');
    await calls[0].answer('one');
    expect(state()).toMatchObject({ phase: 'ready', data: 'one' });
  });

  it('fails without data and recovers on retry', async () => {
    const { calls, state } = setUp();
    await calls[0].fail(new Error('refused'));
    expect(state()).toMatchObject({
      phase: 'failed',
      error: new Error('refused'),
    });
    act(() => state().retry());
    expect(state().phase).toBe('loading');
    await calls[1].answer('one');
    expect(state()).toMatchObject({ phase: 'ready', data: 'one' });
  });

  it('keeps the last good answer while another window is fetched, and marks it stale when that fails', async () => {
    const { calls, state, rerender } = setUp();
    await calls[0].answer('one');
    rerender({ key: 'b' });
    expect(state()).toMatchObject({ phase: 'refreshing', data: 'one' });
    await calls[1].fail(new Error('refused'));
    expect(state()).toMatchObject({
      phase: 'stale',
      data: 'one',
      error: new Error('refused'),
    });
    act(() => state().retry());
    expect(state()).toMatchObject({ phase: 'refreshing', data: 'one' });
    await calls[2].answer('two');
    expect(state()).toMatchObject({ phase: 'ready', data: 'two' });
    expect(state().error).toBeUndefined();
  });

  it('never shows the data of another subject', async () => {
    const { calls, state, rerender } = setUp();
    await calls[0].answer('one');
    rerender({ key: 'b', subject: 'another service' });
    expect(state()).toMatchObject({ phase: 'loading' });
    expect(state().data).toBeUndefined();
  });

  it('ends the earlier request and ignores its late answer', async () => {
    const { calls, state, rerender } = setUp();
    rerender({ key: 'b' });
    expect(calls[0].signal.aborted).toBe(true);
    await calls[1].answer('new');
    await calls[0].answer('late');
    expect(state()).toMatchObject({ phase: 'ready', data: 'new' });
  });

  it('ends the request when the view goes away', () => {
    const { calls, unmount } = setUp();
    unmount();
    expect(calls[0].signal.aborted).toBe(true);
  });

  it('holds a request back until it is wanted', async () => {
    const { calls, state, rerender } = setUp({ enabled: false });
    expect(calls).toHaveLength(0);
    expect(state().phase).toBe('loading');
    rerender({ enabled: true });
    await calls[0].answer('one');
    expect(state().phase).toBe('ready');
  });

  it('asks again after the time that the answer asks for', async () => {
    const { calls, state } = setUp({
      refreshAfter: data => (data === 'unfinished' ? 1 : undefined),
    });
    await calls[0].answer('unfinished');
    await waitFor(() => expect(calls).toHaveLength(2));
    await calls[1].answer('finished');
    expect(state()).toMatchObject({ phase: 'ready', data: 'finished' });
    expect(calls).toHaveLength(2);
  });

  it('keeps asking after a refresh failed, and says all the while that the answer is stale', async () => {
    const { calls, state } = setUp({ refreshAfter: () => 1 });
    await calls[0].answer('one');
    await waitFor(() => expect(calls).toHaveLength(2));
    await calls[1].fail(new Error('refused'));
    await waitFor(() => expect(calls).toHaveLength(3));
    expect(state()).toMatchObject({
      phase: 'stale',
      data: 'one',
      error: new Error('refused'),
    });
    await calls[2].answer('two');
    expect(state()).toMatchObject({ phase: 'ready', data: 'two' });
  });

  it('does not refresh what nobody sees, and does so at once when it is seen again', async () => {
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { calls } = setUp({ refreshAfter: () => 1 });
    await calls[0].answer('one');
    await act(() => new Promise(resolve => setTimeout(resolve, 30)));
    expect(calls).toHaveLength(1);

    hidden.mockReturnValue(false);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(calls).toHaveLength(2);
    hidden.mockRestore();
  });
});
