import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/test-utils';
import { OpmodelClient } from '@opmodel/backstage-plugin-opmodel-common';
import { renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { opmodelApiRef } from './opmodelApiRef';
import { useOpmodelApi } from './useOpmodelApi';

const discoveryApi = {
  getBaseUrl: async () => 'http://backstage.example.com/api/opmodel',
};
const fetchApi = { fetch: jest.fn() };

function render(own?: object) {
  return renderHook(useOpmodelApi, {
    wrapper: ({ children }: PropsWithChildren<{}>) => (
      <TestApiProvider
        apis={[
          [discoveryApiRef, discoveryApi],
          [fetchApiRef, fetchApi],
          ...(own ? ([[opmodelApiRef, own]] as const) : []),
        ]}
      >
        {children}
      </TestApiProvider>
    ),
  });
}

describe('useOpmodelApi', () => {
  it('calls the engine as the user where nothing else is provided', async () => {
    fetchApi.fetch.mockResolvedValue(
      new Response('{"items":[],"totalItems":0}', {
        headers: { 'content-type': 'application/json' },
      }),
    );
    const { result, rerender } = render();
    const first = result.current;
    expect(first).toBeInstanceOf(OpmodelClient);
    await first.listAttention({ limit: 5 });
    expect(fetchApi.fetch.mock.calls[0][0]).toBe(
      'http://backstage.example.com/api/opmodel/attention?limit=5',
    );
    rerender();
    expect(result.current).toBe(first);
  });

  it('takes what the app provides', () => {
    const own = { getOverview: jest.fn() };
    expect(render(own).result.current).toBe(own);
  });
});
