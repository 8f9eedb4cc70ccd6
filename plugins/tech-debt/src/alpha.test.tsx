import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import techDebtPlugin from './alpha';
import { createFakeOpmodelApi } from './testing';

const TAB = 'entity-content:tech-debt';
const CARD = 'entity-card:tech-debt/summary';

/** What each of them shows where it shows. */
const SHOWN = {
  [TAB]: 'Items of technical debt',
  [CARD]: 'All about its tech debt',
};

function showOnEntityPage(
  extension: typeof TAB | typeof CARD,
  options: { kind?: string; config?: object } = {},
) {
  const { kind = 'Component', config = {} } = options;
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'checkout-api', namespace: 'default' },
  };
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      techDebtPlugin.getExtension(extension),
    ],
    apis: [
      [opmodelApiRef, createFakeOpmodelApi()],
      [catalogApiRef, catalogApiMock()],
    ],
    config: config as never,
  });
}

describe('in the new frontend system', () => {
  it('has pages, a tab and a card in one plugin', () => {
    expect(techDebtPlugin.id).toBe('tech-debt');
    for (const id of ['page:tech-debt', TAB, CARD] as const) {
      expect(techDebtPlugin.getExtension(id)).toBeDefined();
    }
  });

  it('shows the tab', async () => {
    showOnEntityPage(TAB);
    expect(
      await screen.findByRole('region', { name: 'What is owed' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    showOnEntityPage(CARD);
    expect(
      await screen.findByRole('link', { name: 'All about its tech debt' }),
    ).toBeInTheDocument();
  });

  it.each([TAB, CARD] as const)('hides %s from a user entity', async id => {
    showOnEntityPage(id, { kind: 'User' });
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(screen.queryByText(SHOWN[id])).not.toBeInTheDocument();
  });

  it.each([TAB, CARD] as const)(
    'hides %s where the subject is switched off',
    async id => {
      showOnEntityPage(id, {
        config: { opmodel: { subjects: { 'tech-debt': { enabled: false } } } },
      });
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(screen.queryByText(SHOWN[id])).not.toBeInTheDocument();
    },
  );
});
