import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  flow2026Definition,
  type FlowDefinition,
  type Iteration,
} from '@opmodel/backstage-plugin-opmodel-common';
import { type AllocationSettings, readAllocation } from './allocationConfig';
import { readDay } from './readDay';

/** What the organisation decided about flow; configured under `opmodel.flow` and `opmodel.calendar.iterations`. */
export interface FlowSettings {
  /** Where work begins: with the first start of an item, or with the last one before it was completed. */
  start: FlowDefinition['start'];
  /** Ordered by their first day. */
  iterations: Iteration[];
  allocation: AllocationSettings;
  expectation: ExpectationSettings;
}

/** How long work may take: a share of the items within so many days. */
export interface ExpectationSettings {
  /** 0 to 1. */
  share: number;
  /** Null: what was observed in the year before. */
  days: number | null;
}

/**
 * Reads what is configured of flow.
 *
 * @throws InputError that names the key
 */
export function readFlowSettings(config: RootConfigService): FlowSettings {
  const start = config.getOptionalString('opmodel.flow.start') ?? 'first';
  if (start !== 'first' && start !== 'last') {
    throw new InputError(
      `opmodel.flow.start must be first or last, got '${start}'`,
    );
  }
  return {
    start,
    iterations: readIterations(config),
    allocation: readAllocation(config),
    expectation: readExpectation(config),
  };
}

function readIterations(config: RootConfigService): Iteration[] {
  const name = 'opmodel.calendar.iterations';
  const seen = new Set<string>();
  return (config.getOptionalConfigArray(name) ?? [])
    .map((entry, index) => {
      const key = `${name}[${index}]`;
      const id = entry.getString('id');
      if (seen.has(id)) {
        throw new InputError(`${key}.id must be given once, got '${id}' again`);
      }
      seen.add(id);
      const from = readDay(entry, 'from', key);
      const to = readDay(entry, 'to', key);
      if (from > to) {
        throw new InputError(
          `${key}.from must not be after ${key}.to: ${from} is after ${to}`,
        );
      }
      return { name: id, from, to };
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Nobody promises work for longer than that: three years. */
const MAX_EXPECTED_DAYS = 1_096;

function readExpectation(config: RootConfigService): ExpectationSettings {
  const key = 'opmodel.flow.serviceLevelExpectation';
  const share =
    config.getOptionalNumber(`${key}.share`) ??
    flow2026Definition.expectationShare;
  if (!(share > 0 && share < 1)) {
    throw new InputError(
      `${key}.share must be between 0 and 1, such as 0.85, got ${share}`,
    );
  }
  const days = config.getOptionalNumber(`${key}.days`) ?? null;
  if (days !== null && !(days > 0 && days <= MAX_EXPECTED_DAYS)) {
    throw new InputError(
      `${key}.days must be above 0 and at most ${MAX_EXPECTED_DAYS}, got ${days}`,
    );
  }
  return { share, days };
}
