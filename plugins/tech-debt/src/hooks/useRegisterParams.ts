import {
  debtCategories,
  debtSeverities,
  debtStatuses,
  type DebtCategory,
  type DebtSeverity,
  type DebtStatus,
  type OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  toComponentQuery,
  useListParams,
  writeParams,
  type ListParams,
  type ListParamsOptions,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  DEFAULT_REGISTER_SORT,
  readRegisterSort,
  registerColumns,
  type RegisterColumnId,
  type RegisterSort,
} from '../components/RegisterTable/registerColumns';

/** Filter and order of the register, as the API takes them. */
export type RegisterQuery = Omit<
  NonNullable<Parameters<OpmodelApi['listDebtItems']>[0]>,
  'cursor' | 'limit'
>;
/** What has a place and a kind, whatever became of it. */
export type DebtSelectionQuery = Pick<
  RegisterQuery,
  | 'owner'
  | 'descendants'
  | 'system'
  | 'domain'
  | 'type'
  | 'tier'
  | 'lifecycle'
  | 'text'
  | 'entity'
  | 'scope'
  | 'category'
  | 'severity'
>;

/** Where items stand that are shown: those that are owed, all, or those of one status. */
export type StatusChoice = 'owed' | 'all' | DebtStatus;

/** The statuses of what is owed: neither paid nor given up. */
export const owedStatuses: readonly DebtStatus[] = debtStatuses.filter(
  status => status !== 'resolved' && status !== 'wont_fix',
);

/** What of the register is chosen beside the filter that all fleet pages have. */
export interface RegisterChoice {
  status: StatusChoice;
  category: DebtCategory | undefined;
  severity: DebtSeverity | undefined;
  /** Ref of an entity that items hang on. */
  entity: string | undefined;
  overdue: boolean;
  reviewDue: boolean;
  /** 1 to 5. */
  impact: number | undefined;
  /** 1 to 5. */
  likelihood: number | undefined;
  sort: RegisterSort;
}

/** What the URL of a page of the register says, and how to change it. */
export interface RegisterParams
  extends ListParams<RegisterChoice, RegisterColumnId> {
  /** How many of the further filters are set. */
  furtherFilters: number;
  /** What is drawn over time, which knows no status. */
  selection: DebtSelectionQuery;
  /** What is counted: the selection without where items stand. */
  summed: Omit<RegisterQuery, 'sort'>;
  /** What is listed. */
  query: RegisterQuery;
}

const LEVEL = /^[1-5]$/;

const readLevel = (text: string | null) =>
  text !== null && LEVEL.test(text) ? Number(text) : undefined;
const writeLevel = (level: number | undefined) =>
  level === undefined ? undefined : String(level);

/** Where items stand, as the URL says it; what is owed where it says nothing. */
function readStatus(text: string | null): StatusChoice {
  return text === 'all'
    ? 'all'
    : debtStatuses.find(status => status === text) ?? 'owed';
}

const inUrl: ListParamsOptions<RegisterChoice, RegisterColumnId> = {
  table: registerColumns,
  read: params => ({
    status: readStatus(params.get('status')),
    category: debtCategories.find(known => known === params.get('category')),
    severity: debtSeverities.find(known => known === params.get('severity')),
    entity: params.get('entity') || undefined,
    overdue: params.get('overdue') === 'true',
    reviewDue: params.get('reviewDue') === 'true',
    impact: readLevel(params.get('impact')),
    likelihood: readLevel(params.get('likelihood')),
    sort: readRegisterSort(params.get('sort')),
  }),
  write: (params, choice) =>
    writeParams(params, {
      status: choice.status === 'owed' ? undefined : choice.status,
      category: choice.category,
      severity: choice.severity,
      entity: choice.entity,
      overdue: choice.overdue ? 'true' : undefined,
      reviewDue: choice.reviewDue ? 'true' : undefined,
      impact: writeLevel(choice.impact),
      likelihood: writeLevel(choice.likelihood),
      sort: choice.sort === DEFAULT_REGISTER_SORT ? undefined : choice.sort,
    }),
  cleared: {
    status: 'owed',
    category: undefined,
    severity: undefined,
    entity: undefined,
    overdue: false,
    reviewDue: false,
    impact: undefined,
    likelihood: undefined,
  },
};

/** Keeps what the pages of the register select in the URL: a link gives the same view. */
export function useRegisterParams(): RegisterParams {
  const list = useListParams(inUrl);
  const { choice } = list;
  const { category, severity, entity, impact, likelihood } = choice;
  const { overdue, reviewDue, status } = choice;
  const selection: DebtSelectionQuery = {
    ...toComponentQuery(list.filter),
    ...(category && { category: [category] }),
    ...(severity && { severity: [severity] }),
    ...(entity && { entity }),
  };
  const summed = {
    ...selection,
    ...(overdue && { overdue }),
    ...(reviewDue && { reviewDue }),
    ...(impact && { impact }),
    ...(likelihood && { likelihood }),
  };
  return {
    ...list,
    furtherFilters: [
      status !== 'owed',
      category,
      severity,
      entity,
      overdue,
      reviewDue,
      impact ?? likelihood,
    ].filter(Boolean).length,
    selection,
    summed,
    query: { ...summed, ...toStatusQuery(status), sort: choice.sort },
  };
}

/** The statuses as the API takes them. */
export function toStatusQuery(status: StatusChoice): { status?: DebtStatus[] } {
  switch (status) {
    case 'all':
      return {};
    case 'owed':
      return { status: [...owedStatuses] };
    default:
      return { status: [status] };
  }
}
