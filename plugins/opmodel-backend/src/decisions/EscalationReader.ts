import { NotFoundError } from '@backstage/errors';
import {
  type Escalation,
  type EscalationKind,
  type EscalationLevel,
  type EscalationStep,
  findEscalation,
  type OwnershipContact,
  readContacts,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import { toInstant } from '../lib/instants';
import { findPages, type FoundPages } from './findPages';
import type { NamedEntities } from './NamedEntities';
import type { OperatingDocuments } from './OperatingDocuments';
import type { OperatingModel } from './OperatingModel';
import type { OwnerChain } from './OwnerChain';

/** What is escalated. */
export interface EscalationRequest {
  entityRef: string;
  about: EscalationKind;
  /** Absent: not known. */
  severity?: string;
}

/** What an escalation is made of, read for one entity. */
interface Surroundings {
  levels: string[][];
  model: OperatingModel;
  pages: FoundPages | null;
}

/** How a step of the answer is planned: refs, or `on-call`. */
type PlannedStep = Omit<EscalationLevel, 'afterSeconds'> & {
  afterSeconds: number | null;
};

/** What is done about it: where the plan comes from, and whom it names. */
type Plan = Pick<
  Escalation,
  'source' | 'documentRef' | 'attachedTo' | 'url'
> & {
  steps: PlannedStep[];
};

const ON_CALL = 'on-call';

/** Says whom to tell about an entity, and whom then, from the snapshot alone: it answers while every vendor is down. */
export class EscalationReader {
  readonly #options: {
    catalog: CatalogStore;
    documents: OperatingDocuments;
    names: NamedEntities;
    owners: OwnerChain;
  };

  constructor(options: {
    catalog: CatalogStore;
    documents: OperatingDocuments;
    names: NamedEntities;
    owners: OwnerChain;
  }) {
    this.#options = options;
  }

  /**
   * The path with the most specific attachment; where nobody wrote one, or it leads to nobody, how the owner is paged, and up the groups
   * from there.
   *
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async read(
    { entityRef, about, severity }: EscalationRequest,
    visibility: Visibility,
  ): Promise<Escalation> {
    const { catalog, documents, owners } = this.#options;
    const entity = await catalog.getEntity(entityRef, visibility);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const model = await documents.read(visibility);
    const levels = await owners.read(entity, model, visibility);
    const owner = levels[0] && model.group(levels[0][0]);
    const surroundings = { levels, model, pages: findPages(entity, owner) };
    const plan =
      planByDocument(entity, { about, severity }, surroundings) ??
      planByOwner(about, surroundings);
    return {
      entityRef,
      about,
      severity: severity ?? null,
      ...plan,
      steps: await this.#describe(plan.steps, surroundings, visibility),
      asOf: toInstant(model.asOf ?? null),
    };
  }

  async #describe(
    steps: readonly PlannedStep[],
    { model, pages }: Surroundings,
    visibility: Visibility,
  ): Promise<EscalationStep[]> {
    const refs = steps
      .flatMap(({ targets }) => targets)
      .filter(target => target !== ON_CALL);
    const names = await this.#options.names.read(refs, visibility);
    return steps.map(({ targets, afterSeconds, via }, index) => ({
      level: index + 1,
      afterSeconds,
      via,
      targets: targets.map(target => {
        if (target === ON_CALL) {
          const contacts = pages?.contacts ?? [];
          return {
            ref: null,
            title: ON_CALL,
            exists: contacts.length > 0,
            contacts,
          };
        }
        // Who may not be seen is not named, and yet counts as a step.
        const named = names.get(target) ?? {
          ref: null,
          title: '',
          exists: true,
        };
        return { ...named, contacts: contactsOf(model.group(target)) };
      }),
    }));
  }
}

function contactsOf(group: CatalogEntity | undefined): OwnershipContact[] {
  return group ? readContacts(group.document, group.annotations) : [];
}

function planByDocument(
  entity: CatalogEntity,
  question: { about: EscalationKind; severity?: string },
  { levels, model }: Surroundings,
): Plan | null {
  const found = findEscalation(model.paths, {
    scopes: model.scopesOf(entity),
    about: question.about,
    severity: question.severity ?? null,
  });
  const roles: Record<string, readonly string[]> = {
    owner: levels[0] ?? [],
    'owner-parent': levels[1] ?? [],
  };
  const steps = (found?.route.steps ?? []).flatMap(step => {
    const targets = step.targets.flatMap(target => roles[target] ?? [target]);
    return targets.length > 0
      ? [{ ...step, targets: [...new Set(targets)] }]
      : [];
  });
  return found && steps.length > 0
    ? {
        source: 'document',
        documentRef: found.documentRef,
        attachedTo: found.attachedTo,
        url: found.url,
        steps,
      }
    : null;
}

/** Who is paged is only asked when it burns. */
function planByOwner(
  about: EscalationKind,
  { levels, pages }: Surroundings,
): Plan {
  const chain = levels.map(targets => ({
    targets,
    afterSeconds: null,
    via: null,
  }));
  const unwritten = { documentRef: null, attachedTo: null };
  if (about === 'incident' && pages) {
    const { source, via, url } = pages;
    const first = { targets: [ON_CALL], afterSeconds: null, via };
    return { ...unwritten, source, url, steps: [first, ...chain] };
  }
  const source = chain.length > 0 ? 'owner_chain' : 'none';
  return { ...unwritten, source, url: null, steps: chain };
}
