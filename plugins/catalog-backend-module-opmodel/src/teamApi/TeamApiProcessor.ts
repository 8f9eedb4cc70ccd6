import { type Entity, getCompoundEntityRef } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import {
  operatingRelations,
  readTeamApi,
  teamApiAnnotation,
  teamApiUrlAnnotation,
  teamTypeAnnotation,
  teamTypes,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  AnnotatedDocuments,
  type AnnotatedDocumentsOptions,
  type PlacedReading,
} from '../documents/AnnotatedDocuments';
import { printProblems } from '../documents/DocumentProblem';
import { validateTeamApi } from '../documents/validateTeamApi';
import { emitRelations } from '../emitRelations';
import { withProcessingErrors } from '../processingErrors';
import { teamApiFormat } from './teamApiFormat';

/**
 * Reads the Team API that a group names in its annotation `opmodel.io/team-api` into `spec.teamApi`, checks the one that is
 * written there, and relates teams that work together. A wrong document is an error on the group, which otherwise stays as it is.
 */
export class TeamApiProcessor implements CatalogProcessor {
  readonly #documents: AnnotatedDocuments<JsonObject>;

  constructor(options: AnnotatedDocumentsOptions) {
    this.#documents = new AnnotatedDocuments(
      teamApiAnnotation,
      teamApiFormat,
      options,
    );
  }

  getProcessorName(): string {
    return 'OpmodelTeamApiProcessor';
  }

  // After everything else: before it, the catalog refuses entities with a status.
  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (entity.kind.toLowerCase() !== 'group') {
      return entity;
    }
    const annotations = entity.metadata.annotations ?? {};
    const errors = checkTeamType(annotations[teamTypeAnnotation]);
    const written = annotations[teamApiAnnotation];
    let group = entity;
    if (written === undefined) {
      errors.push(...checkInline(entity.spec?.teamApi));
    } else {
      const [read] = await this.#documents.read(entity, [written], {
        location,
        emit,
        cache,
      });
      group = withTeamApi(entity, read);
      errors.push(...[read.error ?? []].flat());
    }
    const interactions = readTeamApi(group.spec)?.interactions ?? [];
    emitRelations(
      emit,
      getCompoundEntityRef(entity),
      operatingRelations.interactsWith,
      interactions.map(({ team }) => team),
    );
    return withProcessingErrors(group, errors);
  }
}

/** The group with what was read of it. */
function withTeamApi(
  group: Entity,
  { content, source }: PlacedReading<JsonObject>,
): Entity {
  if (!content) {
    return group;
  }
  const { metadata, spec } = group;
  const annotations =
    source?.type === 'url'
      ? { ...metadata.annotations, [teamApiUrlAnnotation]: source.target }
      : metadata.annotations;
  return {
    ...group,
    metadata: { ...metadata, annotations },
    spec: { ...spec, teamApi: content },
  };
}

function checkTeamType(written: unknown): string[] {
  return written === undefined ||
    teamTypes.some(type => type === String(written).toLowerCase())
    ? []
    : [
        `The annotation ${teamTypeAnnotation} must be one of ${teamTypes.join(
          ', ',
        )}`,
      ];
}

function checkInline(written: unknown): string[] {
  if (written === undefined) {
    return [];
  }
  const { problems } = validateTeamApi(
    typeof written === 'string' ? [written] : written,
  );
  return problems.length === 0
    ? []
    : [
        [
          'The Team API in spec.teamApi has parts that cannot be used:',
          ...printProblems(problems),
        ].join('\n'),
      ];
}
