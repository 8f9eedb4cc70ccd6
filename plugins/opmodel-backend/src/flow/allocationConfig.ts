import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type AllocationUnit,
  type CapacityAgreement,
  type CapacityException,
  type CapacitySplit,
  flow2026Definition,
  workCategories,
  type WorkItemCategory,
} from '@opmodel/backstage-plugin-opmodel-common';
import { readDay } from './readDay';

/** The categories that capacity is agreed upon; work without one is told apart and belongs to none. */
export const agreedCategories: readonly WorkItemCategory[] =
  workCategories.filter(
    (category): category is WorkItemCategory => category !== 'unclassified',
  );

/** How capacity is counted and shown, and what was agreed. */
export interface AllocationSettings {
  unit: AllocationUnit;
  /** In the order in which they are shown. */
  categories: readonly WorkItemCategory[];
  agreements: CapacityAgreement[];
}

const units: readonly AllocationUnit[] = [
  'items',
  'active_time',
  'engineer_days',
];

/**
 * Reads `opmodel.flow.allocation` and the order of `opmodel.flow.categories`.
 *
 * @throws InputError that names the key
 */
export function readAllocation(config: RootConfigService): AllocationSettings {
  const key = 'opmodel.flow.allocation';
  const unit =
    config.getOptionalString(`${key}.unit`) ??
    flow2026Definition.allocationUnit;
  if (!units.includes(unit as AllocationUnit)) {
    throw new InputError(
      `${key}.unit must be one of ${units.join(', ')}, got '${unit}'`,
    );
  }
  return {
    unit: unit as AllocationUnit,
    categories: readCategories(config),
    agreements: (config.getOptionalConfigArray(`${key}.agreements`) ?? [])
      .map((entry, index) =>
        readAgreement(entry, `${key}.agreements[${index}]`),
      )
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

function readCategories(config: RootConfigService): WorkItemCategory[] {
  const key = 'opmodel.flow.categories';
  const first = config.getOptionalStringArray(key) ?? [];
  first.forEach((category, index) => {
    if (!agreedCategories.includes(category as WorkItemCategory)) {
      throw new InputError(
        `${key}[${index}] must be one of ${agreedCategories.join(
          ', ',
        )}, got '${category}'`,
      );
    }
  });
  return [...new Set([...(first as WorkItemCategory[]), ...agreedCategories])];
}

function readAgreement(entry: Config, key: string): CapacityAgreement {
  const scopeRef = entry.getString('scope').toLocaleLowerCase('en-US');
  if (scopeRef !== 'org' && !/^[a-z]+:[^/]+\/[^/]+$/.test(scopeRef)) {
    throw new InputError(
      `${key}.scope must be an entity ref such as group:default/payments, or org, got '${entry.getString(
        'scope',
      )}'`,
    );
  }
  return {
    scopeRef,
    from: readDay(entry, 'from', key),
    split: readSplit(entry, `${key}.split`),
    note: entry.getOptionalString('note') ?? null,
    exceptions: (entry.getOptionalConfigArray('exceptions') ?? []).map(
      (exception, index) =>
        readException(exception, `${key}.exceptions[${index}]`),
    ),
  };
}

function readException(entry: Config, key: string): CapacityException {
  const from = readDay(entry, 'from', key);
  const to = readDay(entry, 'to', key);
  if (from > to) {
    throw new InputError(
      `${key}.from must not be after ${key}.to: ${from} is after ${to}`,
    );
  }
  return {
    from,
    to,
    split: readSplit(entry, `${key}.split`),
    reason: entry.getString('reason'),
  };
}

/** Splits are written in per cent and kept as shares. */
function readSplit(entry: Config, key: string): CapacitySplit {
  const split = entry.getConfig('split');
  for (const category of split.keys()) {
    if (!agreedCategories.includes(category as WorkItemCategory)) {
      throw new InputError(
        `${key}.${category} is no category; those are ${agreedCategories.join(
          ', ',
        )}`,
      );
    }
  }
  const percents = agreedCategories.map(category => {
    const percent = split.getOptionalNumber(category) ?? 0;
    if (percent < 0) {
      throw new InputError(
        `${key}.${category} must be 0 or more, got ${percent}`,
      );
    }
    return percent;
  });
  const sum = percents.reduce((total, percent) => total + percent, 0);
  if (Math.abs(sum - 100) > 0.001) {
    throw new InputError(`${key} must sum to 100, got ${sum}`);
  }
  return Object.fromEntries(
    agreedCategories.flatMap((category, index) =>
      split.has(category) ? [[category, percents[index] / 100]] : [],
    ),
  );
}
