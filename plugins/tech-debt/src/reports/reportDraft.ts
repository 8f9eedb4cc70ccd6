import {
  debtReportLimits,
  type DebtReportEdit,
  type DescribedDebtReport,
  type NewDebtReport,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The item that a report is linked to. */
export type ReportCause = Pick<
  NonNullable<DescribedDebtReport['item']>,
  'id' | 'title'
>;

/** A report as it is typed. */
export interface ReportDraft {
  entityRef: string | undefined;
  what: string;
  /** ISO day; empty: today. */
  day: string;
  /** Empty: nobody says. */
  hoursLost: string;
  teamRef: string | undefined;
  item: ReportCause | undefined;
}

/** The fields of a report in the order of the form. */
export const reportFields = [
  'entityRef',
  'what',
  'day',
  'hoursLost',
  'teamRef',
  'item',
] as const;

/** A field of a report. */
export type ReportField = (typeof reportFields)[number];

/** What is wrong with a field before it is sent. */
export type ReportFault = 'required' | 'number' | 'range' | 'long';

/** What is known of a report before somebody types. */
export interface KnownOfReport {
  entityRef?: string;
  item?: ReportCause;
}

/** A report of which nothing is said but what is known already. */
export function beginReport({ entityRef, item }: KnownOfReport): ReportDraft {
  return {
    entityRef,
    what: '',
    day: '',
    hoursLost: '',
    teamRef: undefined,
    item,
  };
}

/** A report as it stands in the form. */
export function draftOfReport(report: DescribedDebtReport): ReportDraft {
  return {
    entityRef: report.entity.ref,
    what: report.what,
    day: report.day,
    hoursLost: report.hoursLost === null ? '' : String(report.hoursLost),
    teamRef: report.team?.ref,
    item: report.item ?? undefined,
  };
}

/**
 * What is wrong before it is sent; empty: nothing. The API may find more.
 *
 * @param isNew - then no day is today
 */
export function checkReport(
  draft: ReportDraft,
  isNew: boolean,
): Partial<Record<ReportField, ReportFault>> {
  const hours = checkHours(draft.hoursLost);
  return {
    ...(!draft.entityRef && { entityRef: 'required' }),
    ...(!draft.what.trim() && { what: 'required' }),
    ...(draft.what.length > debtReportLimits.what && { what: 'long' }),
    ...(!draft.day && !isNew && { day: 'required' }),
    ...(hours && { hoursLost: hours }),
  };
}

function checkHours(text: string): ReportFault | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const hours = Number(text);
  if (!Number.isFinite(hours)) {
    return 'number';
  }
  const { least, most } = debtReportLimits.hoursLost;
  return hours < least || hours > most ? 'range' : undefined;
}

/** What is sent of a new report that {@link checkReport} finds nothing wrong with. */
export function newReportOf(draft: ReportDraft): NewDebtReport {
  const { entityRef = '', day, teamRef, item } = draft;
  return {
    entityRef,
    what: draft.what.trim(),
    ...(day && { day }),
    ...(draft.hoursLost.trim() && { hoursLost: Number(draft.hoursLost) }),
    ...(teamRef && { teamRef }),
    ...(item && { itemId: item.id }),
  };
}

/** What is sent to make a report as the draft is: the fields alone that differ from what was read. */
export function reportEditOf(
  base: ReportDraft,
  draft: ReportDraft,
): Omit<DebtReportEdit, 'version'> {
  const content: Record<ReportField, Omit<DebtReportEdit, 'version'>> = {
    entityRef: { entityRef: draft.entityRef },
    what: { what: draft.what.trim() },
    day: { day: draft.day },
    hoursLost: {
      hoursLost: draft.hoursLost.trim() ? Number(draft.hoursLost) : null,
    },
    teamRef: { teamRef: draft.teamRef ?? null },
    item: { itemId: draft.item?.id ?? null },
  };
  return Object.assign(
    {},
    ...changedReportFields(base, draft).map(field => content[field]),
  );
}

/** The fields in which two drafts differ. */
export function changedReportFields(
  one: ReportDraft,
  other: ReportDraft,
): ReportField[] {
  return reportFields.filter(
    field => comparedValue(one, field) !== comparedValue(other, field),
  );
}

function comparedValue(draft: ReportDraft, field: ReportField): string {
  return field === 'item' ? draft.item?.id ?? '' : draft[field]?.trim() ?? '';
}

/** A draft with one field of another. */
export function withReportField(
  draft: ReportDraft,
  field: ReportField,
  other: ReportDraft,
): ReportDraft {
  return { ...draft, [field]: other[field] };
}

/**
 * Brings together what two people made of one report: what only one of them changed is taken, and where both did, mine stands.
 *
 * @param base - the report that both of them began with
 * @returns what comes of it, and the fields that they changed, each with whether mine stands against it
 */
export function mergeReports(
  base: ReportDraft,
  mine: ReportDraft,
  theirs: ReportDraft,
): {
  draft: ReportDraft;
  theirChanges: { field: ReportField; clash: boolean }[];
} {
  const byMe = changedReportFields(base, mine);
  const apart = changedReportFields(mine, theirs);
  const theirChanges = changedReportFields(base, theirs).map(field => ({
    field,
    clash: byMe.includes(field) && apart.includes(field),
  }));
  return {
    draft: theirChanges
      .filter(({ clash }) => !clash)
      .reduce(
        (merged, { field }) => withReportField(merged, field, theirs),
        mine,
      ),
    theirChanges,
  };
}
