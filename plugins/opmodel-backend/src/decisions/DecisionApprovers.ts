import {
  type AcceptanceSubject,
  type ApplicableRight,
  type Approver,
  findDecisionRight,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ApprovalQuestion,
  ApprovalRule,
  ApproverDirectory,
} from '../acceptances/ApproverDirectory';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import { decidersOf } from './decidersOf';
import type { NamedEntities } from './NamedEntities';
import type { OperatingDocuments } from './OperatingDocuments';
import type { OperatingModel } from './OperatingModel';
import type { OwnerChain } from './OwnerChain';

/** Who has to agree about one entity: of each set of refs somebody. */
interface EntityRule {
  sets: string[][];
  rightId: string | null;
  /** Who owns it; of a hand-over also who is to take it over. */
  ownerRefs: readonly string[];
}

/**
 * Lets the decision rights of the organisation choose who approves. It is the engine's own work and sees everything: whoever shows its
 * answer to somebody leaves out whom that person may not see.
 */
export class DecisionApprovers implements ApproverDirectory {
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

  async approversFor(question: ApprovalQuestion): Promise<ApprovalRule> {
    const { catalog, documents } = this.#options;
    if (question.receivingRef !== undefined) {
      const receiving = [question.receivingRef];
      return this.#combine([
        { sets: [receiving], rightId: null, ownerRefs: receiving },
      ]);
    }
    const [model, entities] = await Promise.all([
      documents.read(seesAll),
      catalog.getEntities(question.entityRefs, seesAll),
    ]);
    return this.#combine(
      await Promise.all(
        entities.map(entity => this.#ruleOf(entity, question, model)),
      ),
    );
  }

  async #ruleOf(
    entity: CatalogEntity,
    { subject, riskLevel }: ApprovalQuestion,
    model: OperatingModel,
  ): Promise<EntityRule> {
    const levels = await this.#options.owners.read(entity, model, seesAll);
    const [ownerRefs = []] = levels;
    const found = findDecisionRight(model.rights, {
      scopes: model.scopesOf(entity),
      words: wordsOf(subject),
      riskLevel,
    });
    if (found) {
      const { id: rightId } = found.right;
      return { sets: setsOf(found, levels), rightId, ownerRefs };
    }
    const grave = riskLevel === 'high' || riskLevel === 'critical';
    return {
      sets: [decidersOf([grave ? 'owner-parent' : 'owner'], levels)],
      rightId: null,
      ownerRefs,
    };
  }

  async #combine(rules: readonly EntityRule[]): Promise<ApprovalRule> {
    const rightIds = new Map<string, string | null>();
    const sets = new Map<string, string[]>();
    // Asked as the owner of one entity and above the owner of another, a group is asked as the one above.
    const asked = new Set<string>();
    for (const rule of rules) {
      for (const set of rule.sets) {
        sets.set([...set].sort().join(), set);
        for (const ref of set) {
          rightIds.set(ref, rightIds.get(ref) ?? rule.rightId);
          if (!rule.ownerRefs.includes(ref)) {
            asked.add(ref);
          }
        }
      }
    }
    const names = await this.#options.names.read(rightIds.keys(), seesAll);
    const approvers = [...rightIds].map(
      ([ref, rightId]): Approver => ({ ...names.get(ref)!, rightId }),
    );
    const eachOf = [...sets.values()];
    return {
      approvers,
      answeringRefs: [...rightIds.keys()].filter(ref => !asked.has(ref)),
      ownerRefs: [...new Set(rules.flatMap(rule => rule.ownerRefs))],
      needed: Math.max(1, eachOf.length),
      ...(eachOf.length > 1 && { eachOf }),
    };
  }
}

/** A right may speak of hand-overs as of something accepted, or by their own name. */
function wordsOf(subject: AcceptanceSubject): string[] {
  const words = [`acceptance:${subject}`];
  return subject === 'hand_over' ? [...words, subject] : words;
}

/** With peers or executives, one of them has to agree beside one of the deciders. */
function setsOf(
  { right }: ApplicableRight,
  levels: readonly (readonly string[])[],
): string[][] {
  const deciders = decidersOf(right.deciders, levels);
  switch (right.mode) {
    case 'with_peers':
      return [deciders, decidersOf(right.peers, levels)];
    case 'executive_approval':
      return [deciders, decidersOf(right.executives, levels)];
    default:
      return [deciders];
  }
}
