import { configApiRef } from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { DocsLink } from './DocsLink';

async function show(data: { opmodel?: { docs: { url: string } } }) {
  await renderInTestApp(
    <TestApiProvider apis={[[configApiRef, mockApis.config({ data })]]}>
      <DocsLink docs="operations#snapshot-stale" title="What this means" />
    </TestApiProvider>,
  );
}

it('leads to the documentation where the portal knows where that is', async () => {
  await show({ opmodel: { docs: { url: 'https://docs.example.com/{page}' } } });

  expect(screen.getByRole('link', { name: /What this means/ })).toHaveAttribute(
    'href',
    'https://docs.example.com/operations#snapshot-stale',
  );
});

it('names the page where the portal does not know', async () => {
  await show({});

  expect(screen.queryByRole('link')).toBeNull();
  expect(
    screen.getByText('What this means: docs/operations.md#snapshot-stale'),
  ).toBeVisible();
});
