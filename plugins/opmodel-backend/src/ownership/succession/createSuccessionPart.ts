import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { noOnCallReader, type OnCallReader } from '../OnCallReader';
import type { CreateOwnershipPart } from '../OwnershipPart';
import { AuthorizedSuccession } from './AuthorizedSuccession';
import {
  type ContributorReader,
  noContributorReader,
} from './ContributorReader';
import { SuccessionService } from './SuccessionService';

type SuccessionQuery = NonNullable<Parameters<OpmodelApi['listSuccession']>[0]>;

/** Puts succession together. */
export function createSuccessionPart(
  options: {
    /** Absent: no repository is read. */
    contributors?: ContributorReader;
    /** Absent: nobody knows who is on call. */
    onCall?: OnCallReader;
  } = {},
): CreateOwnershipPart {
  return ({ catalog, httpAuth, visibility }) => {
    const succession = new AuthorizedSuccession({
      visibility,
      service: new SuccessionService({
        catalog,
        contributors: options.contributors ?? noContributorReader,
        onCall: options.onCall ?? noOnCallReader,
      }),
    });
    return {
      addRoutes(router) {
        router.get('/ownership/succession', async (request, response) => {
          const query = request.query as SuccessionQuery;
          const lower = (ref: string) => ref.toLocaleLowerCase('en-US');
          response.json(
            await succession.list(
              {
                owners: query.owner?.map(lower),
                descendants: query.descendants ?? true,
                domain: query.domain && lower(query.domain),
                limit: query.limit ?? 20,
                cursor: query.cursor,
              },
              await httpAuth.credentials(request, {
                allow: ['user', 'service'],
              }),
            ),
          );
        });
      },
    };
  };
}
