import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import { createFakeOpmodelApi } from './__fixtures__';
import doraPlugin from './alpha';

const TAB = 'entity-content:dora';
const CARD = 'entity-card:dora/summary';

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
      doraPlugin.getExtension(extension),
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
    expect(doraPlugin.id).toBe('dora');
    for (const id of ['page:dora', TAB, CARD] as const) {
      expect(doraPlugin.getExtension(id)).toBeDefined();
    }
  });

  it('shows the tab', async () => {
    showOnEntityPage(TAB);
    expect(
      await screen.findByRole('region', { name: 'Change lead time' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    showOnEntityPage(CARD);
    expect(
      await screen.findByRole('link', { name: 'All DORA metrics' }),
    ).toBeInTheDocument();
  });

  it.each([TAB, CARD] as const)('hides %s from a user entity', async id => {
    showOnEntityPage(id, { kind: 'User' });
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(screen.queryByText(/Change lead time/)).not.toBeInTheDocument();
  });

  it.each([TAB, CARD] as const)(
    'hides %s where the subject is switched off',
    async id => {
      showOnEntityPage(id, {
        config: { opmodel: { subjects: { dora: { enabled: false } } } },
      });
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(screen.queryByText(/Change lead time/)).not.toBeInTheDocument();
    },
  );
});
