import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  type Entity,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
  processingResult,
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
import { printProblems } from '../documents/DocumentProblem';
import { validateTeamApi } from '../documents/validateTeamApi';
import { emitRelations } from '../emitRelations';
import { withProcessingErrors } from '../processingErrors';
import { TeamApiReader, type TeamApiReading } from './TeamApiReader';
import { findTeamApiSource, type TeamApiSource } from './teamApiSource';

/** What the processor remembers of a group from one time to the next. */
interface Remembered extends TeamApiReading {
  /** Where it was read. What lay elsewhere is another document. */
  source: string;
}

const cacheKey = 'teamApi';

/**
 * Reads the Team API that a group names in its annotation `opmodel.io/team-api` into `spec.teamApi`, checks the one that is
 * written there, and relates teams that work together. A wrong document is an error on the group, which otherwise stays as it is.
 */
export class TeamApiProcessor implements CatalogProcessor {
  readonly #reader: TeamApiReader;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #logger: LoggerService;

  constructor(options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
    logger: LoggerService;
  }) {
    this.#reader = new TeamApiReader(options.urlReader);
    this.#integrations = options.integrations;
    this.#logger = options.logger;
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
      const read = await this.#read(entity, written, location, emit, cache);
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

  async #read(
    entity: Entity,
    written: string,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<TeamApiReading & Partial<TeamApiSource>> {
    let source: TeamApiSource;
    try {
      source = findTeamApiSource(written, location, this.#integrations);
    } catch (error) {
      return {
        error: `The annotation ${teamApiAnnotation} cannot be used: ${
          toError(error).message
        }`,
      };
    }
    const id = `${source.type}:${source.target}`;
    emit(processingResult.refresh(id));
    const known = await cache.get<JsonObject>(cacheKey);
    const before =
      known?.source === id ? (known as unknown as Remembered) : undefined;
    const reading = await this.#reader.read(source, before);
    // What is undefined is no JSON.
    await cache.set(cacheKey, {
      ...JSON.parse(JSON.stringify(reading)),
      source: id,
    });
    if (reading.error && reading.error !== before?.error) {
      this.#logger.warn(`${stringifyEntityRef(entity)}: ${reading.error}`);
    }
    return { ...source, ...reading };
  }
}

/** The group with what was read of it. */
function withTeamApi(
  group: Entity,
  { document, type, target }: TeamApiReading & Partial<TeamApiSource>,
): Entity {
  if (!document) {
    return group;
  }
  const { metadata, spec } = group;
  const annotations =
    type === 'url' && target
      ? { ...metadata.annotations, [teamApiUrlAnnotation]: target }
      : metadata.annotations;
  return {
    ...group,
    metadata: { ...metadata, annotations },
    spec: { ...spec, teamApi: document },
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
