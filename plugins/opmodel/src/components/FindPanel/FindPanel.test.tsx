import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  catalogIndexRouteRef,
  doraFleetRouteRef,
  searchRouteRef,
} from '../../routes';
import { FindPanel } from './FindPanel';

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

async function setUp(ownerRefs: string[]) {
  await renderInTestApp(
    <>
      <FindPanel ownerRefs={ownerRefs} />
      <Address />
    </>,
    {
      mountedRoutes: {
        '/search': searchRouteRef,
        '/catalog': catalogIndexRouteRef,
        '/dora': doraFleetRouteRef,
      },
    },
  );
}

describe('FindPanel', () => {
  it('searches for what was typed', async () => {
    await setUp([]);

    await userEvent.type(
      await screen.findByRole('textbox', {
        name: 'Search the catalog and everything in it',
      }),
      ' pay & go {Enter}',
    );

    expect(screen.getByRole('status')).toHaveTextContent(
      '/search?query=pay+%26+go',
    );
  });

  it("leads to the catalog, to the fleet, and to my teams' part of it", async () => {
    await setUp(['group:default/payments', 'group:default/identity']);

    expect(
      await screen.findByRole('link', { name: 'Browse the catalog' }),
    ).toHaveAttribute('href', '/catalog');
    expect(
      screen.getByRole('link', { name: 'DORA of all services' }),
    ).toHaveAttribute('href', '/dora');
    expect(
      screen.getByRole('link', { name: 'DORA of my teams’ services' }),
    ).toHaveAttribute(
      'href',
      '/dora?owner=group%3Adefault%2Fpayments&owner=group%3Adefault%2Fidentity',
    );
  });

  it('leaves out what is mine for somebody who owns nothing', async () => {
    await setUp([]);

    await screen.findByRole('link', { name: 'DORA of all services' });
    expect(
      screen.queryByRole('link', { name: 'DORA of my teams’ services' }),
    ).toBeNull();
  });
});
