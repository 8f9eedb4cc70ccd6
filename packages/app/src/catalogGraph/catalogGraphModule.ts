import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import { knownRelationPairs, knownRelations } from './relations';

/** Lets the graph of relations draw those of the operating model and of OpenSLO documents, of which it knows nothing by itself. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              knownRelations,
              knownRelationPairs,
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});
