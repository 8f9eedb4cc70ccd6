import {
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import {
  completeRef,
  deciderRoles,
  escalationRoles,
  operatingApiVersion,
  operatingRelations,
  readDecisionForum,
  readDecisionRights,
  readErrorBudgetPolicy,
  readEscalationPath,
  readServiceLevelAgreement,
} from '@opmodel/backstage-plugin-opmodel-common';
import { printProblems } from '../documents/DocumentProblem';
import type { ValidatedDocument } from '../documents/validateDocument';
import {
  validateDecisionForum,
  validateDecisionRights,
  validateErrorBudgetPolicy,
  validateEscalationPath,
  validateScorecard,
  validateServiceLevelAgreement,
} from '../documents/validateOperatingDocuments';
import { acceptTechDebtRegister } from '../documents/acceptTechDebtRegister';
import { emitRelations } from '../emitRelations';

type RelationTypes = readonly [string, string];

interface OperatingKind {
  validate(entity: unknown): ValidatedDocument;
  /** Whom and what the `spec` names, as full refs. */
  relationsOf(spec: Entity['spec']): [RelationTypes, string[]][];
}

const { governs, decidedBy, hasParticipant, escalatesTo } = operatingRelations;

const operatingKinds: Record<string, OperatingKind> = {
  DecisionRights: {
    validate: validateDecisionRights,
    relationsOf(spec) {
      const { appliesTo = [], rights = [] } = readDecisionRights(spec) ?? {};
      const people = rights.flatMap(right => [
        ...right.deciders,
        ...right.peers,
        ...right.executives,
      ]);
      return [
        [governs, appliesTo],
        [decidedBy, people.filter(ref => !deciderRoles.includes(ref))],
      ];
    },
  },
  DecisionForum: {
    validate: validateDecisionForum,
    relationsOf(spec) {
      const forum = readDecisionForum(spec);
      return [
        [governs, forum?.scope ?? []],
        [
          hasParticipant,
          [...(forum?.members ?? []), forum?.chair ?? []].flat(),
        ],
      ];
    },
  },
  EscalationPath: {
    validate: validateEscalationPath,
    relationsOf(spec) {
      const { appliesTo = [], paths = [] } = readEscalationPath(spec) ?? {};
      const people = paths.flatMap(({ steps }) =>
        steps.flatMap(({ targets }) => targets),
      );
      return [
        [governs, appliesTo],
        [escalatesTo, people.filter(ref => !escalationRoles.includes(ref))],
      ];
    },
  },
  ErrorBudgetPolicy: {
    validate: validateErrorBudgetPolicy,
    relationsOf(spec) {
      return [[governs, readErrorBudgetPolicy(spec)?.appliesTo ?? []]];
    },
  },
  ServiceLevelAgreement: {
    validate: validateServiceLevelAgreement,
    relationsOf(spec) {
      const { appliesTo = [], objectives = [] } =
        readServiceLevelAgreement(spec) ?? {};
      const slos = objectives.flatMap(({ slo }) => slo ?? []);
      return [[governs, [...appliesTo, ...slos]]];
    },
  },
  Scorecard: {
    validate: validateScorecard,
    // Of what it is asked follows from facts, which change without the catalog.
    relationsOf: () => [],
  },
  TechDebtRegister: {
    validate: acceptTechDebtRegister,
    relationsOf(spec) {
      return [[governs, readCarriers(spec?.appliesTo)]];
    },
  },
};

/** Refs of the components, or others, that a register is about. */
function readCarriers(appliesTo: unknown): string[] {
  return [appliesTo].flat().flatMap(ref => {
    try {
      return typeof ref === 'string'
        ? stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'component' }))
        : [];
    } catch {
      return [];
    }
  });
}

/**
 * Lets the catalog know the kinds that say how an organisation decides, escalates, treats what it promised, what it asks of what it
 * runs, and what it owes: refuses what does not fit their schemas, and relates them to what they are attached to and whom they name.
 */
export class OperatingKindsProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'OpmodelOperatingKindsProcessor';
  }

  /** @throws InputError that names every field that is wrong, and what was expected there */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    const kind = kindOf(entity);
    if (!kind) {
      return false;
    }
    const { problems } = kind.validate(entity);
    if (problems.length > 0) {
      throw new InputError(
        `The ${entity.kind} cannot be used: ${printProblems(problems).join(
          '; ',
        )}`,
      );
    }
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const kind = kindOf(entity);
    if (kind) {
      const source = getCompoundEntityRef(entity);
      for (const [types, targets] of kind.relationsOf(entity.spec)) {
        emitRelations(emit, source, types, targets);
      }
      const owner = completeRef(entity.spec?.owner);
      const ownership = [RELATION_OWNED_BY, RELATION_OWNER_OF] as const;
      emitRelations(emit, source, ownership, owner === null ? [] : [owner]);
    }
    return entity;
  }
}

/** Undefined for kinds of others, and for ours in a version of others. */
function kindOf({ apiVersion, kind }: Entity): OperatingKind | undefined {
  return apiVersion === operatingApiVersion &&
    Object.hasOwn(operatingKinds, kind)
    ? operatingKinds[kind]
    : undefined;
}
