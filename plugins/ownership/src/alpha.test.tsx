import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import { createFakeOpmodelApi } from './__fixtures__/fakeOpmodelApi';
import ownershipPlugin from './alpha';

const TAB = 'entity-content:ownership';
const CARD = 'entity-card:ownership/summary';

function showOnEntityPage(
  extension: typeof TAB | typeof CARD,
  options: { kind?: string; config?: object } = {},
) {
  const { kind = 'Component', config = {} } = options;
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'payments-api', namespace: 'default' },
  };
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      ownershipPlugin.getExtension(extension),
    ],
    apis: [
      [opmodelApiRef, createFakeOpmodelApi()],
      [catalogApiRef, catalogApiMock()],
    ],
    config: config as never,
  });
}

describe('in the new frontend system', () => {
  it('has a page, a tab and a card in one plugin', () => {
    expect(ownershipPlugin.id).toBe('ownership');
    for (const id of ['page:ownership', TAB, CARD] as const) {
      expect(ownershipPlugin.getExtension(id)).toBeDefined();
    }
  });

  it('shows the tab', async () => {
    showOnEntityPage(TAB);
    expect(
      await screen.findByRole('list', { name: 'Ownership ladder' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    showOnEntityPage(CARD);
    expect(
      await screen.findByRole('link', { name: 'All about its ownership' }),
    ).toBeInTheDocument();
  });

  it.each([TAB, CARD] as const)('hides %s from a user entity', async id => {
    showOnEntityPage(id, { kind: 'User' });
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(
      screen.queryByText(/rungs|Ownership ladder/),
    ).not.toBeInTheDocument();
  });

  it.each([TAB, CARD] as const)(
    'hides %s where the subject is switched off',
    async id => {
      showOnEntityPage(id, {
        config: { opmodel: { subjects: { ownership: { enabled: false } } } },
      });
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(
        screen.queryByText(/rungs|Ownership ladder/),
      ).not.toBeInTheDocument();
    },
  );
});
