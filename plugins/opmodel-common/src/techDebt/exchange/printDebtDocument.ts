import { operatingApiVersion } from '../../operatingModel/operatingDocuments';
import { toYaml } from '../../slo/rules/toYaml';
import {
  type DebtDocumentHead,
  debtDocumentKind,
  debtNameForm,
  type DocumentDebtItem,
} from './debtDocument';
import { debtFileLimits } from './debtLimits';
import type { ExchangedDebtItem } from './exchangedItem';
import { writeDebtItem } from './writeDebtItem';

/**
 * Writes items as a document of kind `TechDebtRegister`, which {@link readDebtDocument} reads as the same items. What is empty is left
 * out, and so is what the document says for all of them.
 *
 * @returns YAML
 */
export function printDebtDocument(
  head: DebtDocumentHead,
  items: readonly DocumentDebtItem[],
): string {
  const names = nameItems(items);
  const { name, namespace, title, description, ownerRef, appliesTo } = head;
  return toYaml([
    {
      apiVersion: operatingApiVersion,
      kind: debtDocumentKind,
      metadata: {
        name,
        namespace: namespace === 'default' ? undefined : namespace,
        title: title ?? undefined,
        description: description ?? undefined,
      },
      spec: {
        owner: ownerRef ?? undefined,
        appliesTo: appliesTo.length === 0 ? undefined : appliesTo,
        items: items.map(({ item }, at) => ({
          name: names[at],
          ...writeItem(item, head),
        })),
      },
    },
  ]);
}

function writeItem(
  item: ExchangedDebtItem,
  { ownerRef, appliesTo }: DebtDocumentHead,
): object {
  const written = writeDebtItem(item, { empty: 'absent' });
  return {
    ...written,
    ownerRef: item.ownerRef === ownerRef ? undefined : written.ownerRef,
    entityRefs:
      item.entityRefs.join() === appliesTo.join()
        ? undefined
        : written.entityRefs,
  };
}

/** The names of items; who has none is named after its id elsewhere or its title, with a number where that is taken. */
function nameItems(items: readonly DocumentDebtItem[]): string[] {
  const taken = new Set(items.map(({ name }) => name));
  const lastNumber = new Map<string, number>();
  return items.map(({ name, item }) => {
    if (name !== null) {
      return name;
    }
    const base = baseName(item);
    let number = lastNumber.get(base) ?? 1;
    let free = number === 1 ? base : `${base}-${number}`;
    while (taken.has(free)) {
      number += 1;
      free = `${base}-${number}`;
    }
    lastNumber.set(base, number);
    taken.add(free);
    return free;
  });
}

/** Leaves room for a number behind it. */
function baseName({ externalId, title }: ExchangedDebtItem): string {
  const room = debtFileLimits.name - 7;
  if (
    externalId !== null &&
    externalId.length <= room &&
    debtNameForm.test(externalId)
  ) {
    return externalId;
  }
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, room)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'item' : slug;
}
