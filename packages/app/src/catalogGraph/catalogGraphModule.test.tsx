import { renderTestApp } from '@backstage/frontend-test-utils';
import { PageBlueprint, useApi } from '@backstage/frontend-plugin-api';
import { catalogGraphApiRef } from '@backstage/plugin-catalog-graph';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import { screen } from '@testing-library/react';
import { catalogGraphModule } from './catalogGraphModule';

function Known() {
  const { knownRelations, knownRelationPairs, defaultRelations } =
    useApi(catalogGraphApiRef);
  return (
    <ul>
      {knownRelationPairs
        .filter(pair => pair.every(type => knownRelations.includes(type)))
        .filter(pair => pair.every(type => defaultRelations.includes(type)))
        .map(pair => (
          <li key={pair.join()}>{pair.join(' ')}</li>
        ))}
    </ul>
  );
}

describe('catalogGraphModule', () => {
  it('adds relations to those that the graph draws', async () => {
    renderTestApp({
      features: [catalogGraphPlugin, catalogGraphModule],
      extensions: [
        PageBlueprint.make({
          params: { path: '/', loader: async () => <Known /> },
        }),
      ],
    });
    for (const pair of [
      'ownerOf ownedBy',
      'governs governedBy',
      'measures measuredBy',
      'references referencedBy',
    ]) {
      expect(await screen.findByText(pair)).toBeVisible();
    }
  });
});
