import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { useDocsUrl } from './useDocsUrl';

function urlOf(docs: string, url?: string) {
  const config = mockApis.config({
    data: url ? { opmodel: { docs: { url } } } : {},
  });
  return renderHook(() => useDocsUrl(docs), {
    wrapper: ({ children }: PropsWithChildren<{}>) => (
      <TestApiProvider apis={[[configApiRef, config]]}>
        {children}
      </TestApiProvider>
    ),
  }).result.current;
}

describe('useDocsUrl', () => {
  it('puts the page into the configured address', () => {
    expect(urlOf('dora#left-out', 'https://docs.example.com/{page}.html')).toBe(
      'https://docs.example.com/dora.html#left-out',
    );
  });

  it('knows no address without configuration', () => {
    expect(urlOf('dora')).toBeUndefined();
  });
});
