import {
  readContacts,
  readTeamApi,
  type TeamApi,
  teamApiAnnotation,
  teamApiUrlAnnotation,
  type TeamInteraction,
  type TeamProfile,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';

/**
 * A team as it describes itself.
 *
 * @param members - that the caller may see
 * @param today - ISO day, by which interactions are overdue
 */
export async function readTeamProfile(
  group: CatalogEntity,
  { members, today }: { members: number; today: string },
  catalog: Pick<CatalogStore, 'getEntities'>,
  visibility: Visibility,
): Promise<TeamProfile> {
  const api = readTeamApi(group.document, group.annotations);
  return {
    ref: group.ref,
    title: group.title ?? group.name,
    focus: api?.info.focus ?? null,
    type: api?.info.type ?? null,
    members,
    channels: readContacts(group.document, group.annotations),
    searchTerms: api?.searchTerms ?? [],
    services: api?.services ?? [],
    work: api?.work ?? [],
    meetings: api?.meetings ?? [],
    interactions: await toInteractions(api, today, catalog, visibility),
    source:
      group.annotations[teamApiUrlAnnotation] ??
      group.annotations[teamApiAnnotation] ??
      null,
  };
}

/** Whether an interaction goes on though it was to end. What is a service has no end that is waited for. */
export function isOverdue(
  { mode, expectedEnd }: Pick<TeamInteraction, 'mode' | 'expectedEnd'>,
  today: string,
): boolean {
  return (
    mode !== 'x-as-a-service' && expectedEnd !== null && expectedEnd < today
  );
}

async function toInteractions(
  api: TeamApi | null,
  today: string,
  catalog: Pick<CatalogStore, 'getEntities'>,
  visibility: Visibility,
): Promise<TeamInteraction[]> {
  const interactions = api?.interactions ?? [];
  const teams = await catalog.getEntities(
    interactions.map(({ team }) => team),
    visibility,
  );
  return interactions.map(({ team, ...interaction }) => {
    const known = teams.find(({ ref }) => ref === team);
    return {
      ...interaction,
      teamRef: team,
      teamTitle: known?.title ?? nameOfRef(team),
      overdue: isOverdue(interaction, today),
    };
  });
}

/** The name in an entity ref. */
export function nameOfRef(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
