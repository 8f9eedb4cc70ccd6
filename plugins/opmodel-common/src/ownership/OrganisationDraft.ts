import { OrganisationTree } from './OrganisationTree';
import type {
  ModelEntity,
  ModelGroup,
  OrganisationModel,
} from './organisationModel';
import type { ReadPlanChange } from './readPlanChanges';

/** An organisation while it is re-organised, change by change. The model that it begins with stays as it is. */
export class OrganisationDraft {
  readonly #model: OrganisationModel;
  readonly #groups: Map<string, ModelGroup>;
  readonly #entities: Map<string, ModelEntity>;
  /** In how many groups each person is. Asking every group for each team that people leave would keep everybody else waiting. */
  readonly #groupsOf = new Map<string, number>();

  constructor(model: OrganisationModel) {
    this.#model = model;
    this.#groups = new Map(model.groups.map(group => [group.ref, group]));
    this.#entities = new Map(
      model.entities.map(entity => [entity.ref, entity]),
    );
    model.groups.forEach(({ memberIds }) => this.#count(memberIds, 1));
  }

  hasEntity(ref: string): boolean {
    return this.#entities.has(ref);
  }

  /** A group as it is by now; undefined where there is none, or none any more. */
  group(ref: string): ModelGroup | undefined {
    return this.#groups.get(ref);
  }

  apply(change: ReadPlanChange): void {
    switch (change.type) {
      case 'merge_teams':
        change.teamRefs.forEach(ref => this.#merge(ref, change.toRef));
        this.#handOver(new Set(change.teamRefs), change.toRef);
        break;
      case 'dissolve_team':
        change.teamRefs.forEach(ref => this.#end(ref));
        break;
      case 'move_systems':
        this.#move(new Set(change.entityRefs), change.toRef);
        break;
      default:
        change.teamRefs.forEach(ref => this.#leave(ref, change.people));
    }
  }

  toModel(): OrganisationModel {
    return {
      ...this.#model,
      groups: [...this.#groups.values()],
      entities: [...this.#entities.values()],
    };
  }

  /** One team takes over people and the groups below of another. */
  #merge(endingRef: string, toRef: string): void {
    const ending = this.#groups.get(endingRef)!;
    const to = this.#groups.get(toRef)!;
    this.#setMembers(
      {
        ...to,
        parentRefs: uniqueWithout(this.#aboveMerged(ending, to), [
          endingRef,
          toRef,
        ]),
      },
      [...new Set([...to.memberIds, ...ending.memberIds])],
    );
    for (const group of this.#groups.values()) {
      if (group.ref !== toRef && group.parentRefs.includes(endingRef)) {
        const parents = group.parentRefs.map(ref =>
          ref === endingRef ? toRef : ref,
        );
        this.#groups.set(group.ref, {
          ...group,
          parentRefs: uniqueWithout(parents, [group.ref]),
        });
      }
    }
    this.#end(endingRef);
  }

  /** A team that takes over one above it moves to its place, or it would be above and below its neighbours at once. */
  #aboveMerged(ending: ModelGroup, to: ModelGroup): readonly string[] {
    if (!this.#isAbove(ending.ref, to.ref)) {
      return to.parentRefs;
    }
    const below = new OrganisationTree(this.#groups.values()).below(ending.ref);
    return [
      ...to.parentRefs.filter(ref => !below.has(ref)),
      ...ending.parentRefs,
    ];
  }

  #isAbove(upperRef: string, ref: string): boolean {
    const reached = new Set([ref]);
    // A set is walked in the order in which it grows.
    for (const next of reached) {
      this.#groups.get(next)?.parentRefs.forEach(parent => reached.add(parent));
    }
    return reached.has(upperRef);
  }

  #handOver(fromRefs: ReadonlySet<string>, toRef: string): void {
    for (const entity of this.#entities.values()) {
      if (entity.ownerRef !== null && fromRefs.has(entity.ownerRef)) {
        this.#entities.set(entity.ref, { ...entity, ownerRef: toRef });
      }
    }
  }

  /** A team is no more. What it owned goes on naming it, as the catalog does. */
  #end(endingRef: string): void {
    this.#count(this.#groups.get(endingRef)!.memberIds, -1);
    this.#groups.delete(endingRef);
    for (const group of this.#groups.values()) {
      const { ref, parentRefs, interactsWith } = group;
      if ([...parentRefs, ...interactsWith].includes(endingRef)) {
        this.#groups.set(ref, {
          ...group,
          parentRefs: parentRefs.filter(parent => parent !== endingRef),
          interactsWith: interactsWith.filter(other => other !== endingRef),
        });
      }
    }
  }

  /** A system takes with it what is in it and has the same owner; what somebody else owns in it is his to move. */
  #move(refs: ReadonlySet<string>, toRef: string): void {
    const owners = new Map(
      [...refs].map(ref => [ref, this.#entities.get(ref)!.ownerRef]),
    );
    for (const entity of this.#entities.values()) {
      const { ref, systemRef, ownerRef } = entity;
      const goesAlong =
        systemRef !== null &&
        owners.has(systemRef) &&
        owners.get(systemRef) === ownerRef;
      if (refs.has(ref) || goesAlong) {
        this.#entities.set(ref, { ...entity, ownerRef: toRef });
      }
    }
  }

  /** So many people leave a team. Those are taken first who are in no other one, as whoever leaves is mostly gone altogether. */
  #leave(teamRef: string, people: number): void {
    const team = this.#groups.get(teamRef)!;
    const isElsewhere = (id: string) => this.#groupsOf.get(id)! > 1;
    const ordered = [
      ...team.memberIds.filter(id => !isElsewhere(id)),
      ...team.memberIds.filter(isElsewhere),
    ];
    this.#setMembers(team, ordered.slice(people));
  }

  #setMembers(group: ModelGroup, memberIds: readonly string[]): void {
    this.#count(group.memberIds, -1);
    this.#count(memberIds, 1);
    this.#groups.set(group.ref, { ...group, memberIds });
  }

  #count(memberIds: readonly string[], groups: 1 | -1): void {
    for (const id of new Set(memberIds)) {
      this.#groupsOf.set(id, (this.#groupsOf.get(id) ?? 0) + groups);
    }
  }
}

function uniqueWithout(
  refs: readonly string[],
  without: readonly string[],
): string[] {
  return [...new Set(refs)].filter(ref => !without.includes(ref));
}
