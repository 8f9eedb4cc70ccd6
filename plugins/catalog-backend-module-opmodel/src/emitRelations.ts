import {
  type CompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';

/**
 * Emits a relation from an entity to others, and the one back.
 *
 * @param types - the relation, and the one that leads back
 * @param targets - full refs; the entity itself is left out, as nothing is related to itself
 */
export function emitRelations(
  emit: CatalogProcessorEmit,
  source: CompoundEntityRef,
  [type, reverse]: readonly [string, string],
  targets: Iterable<string>,
): void {
  for (const ref of new Set(targets)) {
    const target = parseEntityRef(ref);
    if (!isSame(source, target)) {
      emit(processingResult.relation({ source, type, target }));
      emit(
        processingResult.relation({
          source: target,
          type: reverse,
          target: source,
        }),
      );
    }
  }
}

function isSame(left: CompoundEntityRef, right: CompoundEntityRef): boolean {
  return (['kind', 'namespace', 'name'] as const).every(
    part => left[part].toLowerCase() === right[part].toLowerCase(),
  );
}
