import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import { rootRouteRef } from '../../routes';
import { OwnershipPages } from './OwnershipPages';

async function show(path: string) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi()],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <Routes>
        <Route path="/ownership/*" element={<OwnershipPages />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/ownership': rootRouteRef,
      },
    },
  );
}

describe('OwnershipPages', () => {
  it('begins with the list, and names the way to every other page', async () => {
    await show('/ownership');
    expect(
      await screen.findByRole('table', { name: 'Entities and their owners' }),
    ).toBeInTheDocument();
    const navigation = screen.getByRole('navigation', {
      name: 'Pages of ownership',
    });
    const links = within(navigation).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/ownership',
      '/ownership/map',
      '/ownership/reviews',
      '/ownership/decisions',
      '/ownership/what-if',
      '/ownership/succession',
    ]);
    expect(links[0]).toHaveAttribute('aria-current', 'page');
  });

  it('says which page is shown', async () => {
    await show('/ownership/succession');
    expect(
      await screen.findByRole('link', { name: 'Succession' }),
    ).toHaveAttribute('aria-current', 'page');
    expect(
      screen.getByRole('link', { name: 'Coverage and gaps' }),
    ).not.toHaveAttribute('aria-current');
    expect(
      screen.queryByRole('table', { name: 'Entities and their owners' }),
    ).not.toBeInTheDocument();
  });

  it('leads from an address of no page to the list', async () => {
    await show('/ownership/nowhere');
    expect(
      await screen.findByRole('table', { name: 'Entities and their owners' }),
    ).toBeInTheDocument();
  });
});
