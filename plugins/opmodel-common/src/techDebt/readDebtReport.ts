import type { DebtReport } from './debtReport';
import {
  readDayValue,
  readNumberValue,
  readRefValue,
  readTextValue,
  type ValueReading,
} from './exchange/fieldValues';
import type { DebtFieldProblem } from './exchange/exchangedItem';

/** A report as a team writes it. */
export interface DebtReportContent extends Omit<DebtReport, 'id'> {
  /** What happened. */
  what: string;
}

/** How much a report may say, and how far back it may lie. */
export const debtReportLimits = {
  /** Characters. */
  what: 5_000,
  /** Hours, as many as five people have in a year. */
  hoursLost: { least: 0.001, most: 10_000 },
  itemId: 64,
  /** Days before today: what is older is in no measured interest. */
  daysAgo: 1_096,
} as const;

type FieldReader<Field extends keyof DebtReportContent> = (
  value: unknown,
  reading: ValueReading,
) => DebtReportContent[Field] | undefined;

const readers: {
  [Field in keyof DebtReportContent]: FieldReader<Field>;
} = {
  entityRef: (value, reading) => readRefValue(value, 'component', reading),
  what: (value, reading) =>
    readTextValue(value, debtReportLimits.what, reading),
  day: readDayValue,
  hoursLost: orNull((value, reading) =>
    readNumberValue(value, debtReportLimits.hoursLost, reading),
  ),
  teamRef: orNull((value, reading) => {
    const ref = readRefValue(value, 'group', reading);
    return ref === undefined || ref.startsWith('group:')
      ? ref
      : reading.refuse('must be a group; persons are not named');
  }),
  itemId: orNull((value, reading) =>
    readTextValue(value, debtReportLimits.itemId, reading),
  ),
};

/**
 * Reads what is said of a report.
 *
 * @param today - ISO day of the organisation: nobody reports what is still to come
 * @param now - epoch milliseconds
 * @returns what is said, and what is wrong with it, field by field
 */
export function readDebtReport(
  body: Readonly<Record<string, unknown>>,
  { today, earliest, now }: { today: string; earliest: string; now: number },
): { content: Partial<DebtReportContent>; problems: DebtFieldProblem[] } {
  const problems: DebtFieldProblem[] = [];
  const content: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(body)) {
    const reading: ValueReading = {
      now,
      refuse(message) {
        problems.push({ field, message });
        return undefined;
      },
    };
    if (!Object.hasOwn(readers, field)) {
      reading.refuse(
        `is not known; there are ${Object.keys(readers).join(', ')}`,
      );
    } else if (value !== undefined) {
      content[field] = readers[field as keyof DebtReportContent](
        value,
        reading,
      );
    }
  }
  const { day } = content as Partial<DebtReportContent>;
  if (day !== undefined && (day > today || day < earliest)) {
    problems.push({
      field: 'day',
      message: `must be a day from ${earliest} to today, ${today}`,
    });
  }
  return { content, problems };
}

function orNull<T>(
  read: (value: unknown, reading: ValueReading) => T | undefined,
): (value: unknown, reading: ValueReading) => T | null | undefined {
  return (value, reading) => (value === null ? null : read(value, reading));
}
