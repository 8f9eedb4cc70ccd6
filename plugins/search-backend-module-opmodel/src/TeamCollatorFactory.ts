import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { readTeamApi } from '@opmodel/backstage-plugin-opmodel-common';
import { Readable } from 'node:stream';
import { fillTemplate } from './collatorSettings';

/** A team as search finds it. */
export interface TeamDocument extends IndexableDocument {
  entityRef: string;
  focus: string;
  teamType: string;
}

/** Finds teams by their focus, the words they are searched by, their channels and their services. */
export class TeamCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'opmodel-team';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: {
    auth: AuthService;
    catalog: CatalogService;
    locationTemplate: string;
  };

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    /** With `:kind`, `:namespace` and `:name`. */
    locationTemplate: string;
  }) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collect());
  }

  async *#collect(): AsyncGenerator<TeamDocument> {
    const { auth, catalog } = this.#options;
    const pages = catalog.streamEntities(
      {
        filter: { kind: 'group' },
        fields: ['kind', 'metadata', 'spec.teamApi', 'spec.profile'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const group of page) {
        const document = this.#toDocument(group);
        if (document) {
          yield document;
        }
      }
    }
  }

  /** Undefined for a group that says nothing of itself: search finds it in the catalog already. */
  #toDocument(group: Entity): TeamDocument | undefined {
    const { metadata, spec } = group;
    const team = readTeamApi(
      { teamApi: spec?.teamApi },
      metadata.annotations ?? {},
    );
    if (!team) {
      return undefined;
    }
    const entityRef = stringifyEntityRef(group);
    const { namespace = 'default', name } = metadata;
    const { info, searchTerms, channels, services, work } = team;
    const words = [
      info.focus,
      metadata.description,
      ...searchTerms,
      ...channels.map(channel => channel.name),
      ...services.map(service => service.name),
      ...work.map(item => item.name),
    ];
    return {
      title: metadata.title ?? info.name ?? name,
      text: words.filter(Boolean).join('\n'),
      location: fillTemplate(this.#options.locationTemplate, {
        kind: group.kind.toLocaleLowerCase('en-US'),
        namespace,
        name,
      }),
      entityRef,
      focus: info.focus ?? '',
      teamType: info.type ?? '',
      authorization: { resourceRef: entityRef },
    };
  }
}
