import type { DescribedDebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  errorStatus,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import {
  beginReport,
  changedReportFields,
  checkReport,
  draftOfReport,
  mergeReports,
  newReportOf,
  reportEditOf,
  withReportField,
  type KnownOfReport,
  type ReportDraft,
  type ReportFault,
  type ReportField,
} from './reportDraft';

/** What somebody else made of the report while it was edited here. It names no person, as reports never do. */
export interface ReportMeanwhile {
  theirs: DescribedDebtReport;
  changes: readonly { field: ReportField; clash: boolean }[];
}

/** A report that is being written. */
export interface ReportEditor {
  draft: ReportDraft;
  set(changes: Partial<ReportDraft>): void;
  /** Empty until somebody tried to send it. */
  faults: Partial<Record<ReportField, ReportFault>>;
  /** Nothing differs from what was read: there is nothing to send. */
  isUnchanged: boolean;
  submit(): void;
  running: boolean;
  /** Why it could not be kept, unless somebody else was faster. */
  error?: Error;
  meanwhile?: ReportMeanwhile;
  /** Lets what somebody else wrote stand in a field. */
  takeTheirs(field: ReportField): void;
}

/**
 * Writes a report. When somebody else changed it first, what both made of it is brought together, and it can be sent again.
 *
 * @param options.report - as it was read; undefined: a new one
 * @param options.known - what is known of a new one
 */
export function useReportEditor(options: {
  report?: DescribedDebtReport;
  known?: KnownOfReport;
  onSaved: () => void;
}): ReportEditor {
  const { onSaved } = options;
  const api = useOpmodelApi();
  const [report, setReport] = useState(options.report);
  const [draft, setDraft] = useState(() =>
    options.report
      ? draftOfReport(options.report)
      : beginReport(options.known ?? {}),
  );
  const [tried, setTried] = useState(false);
  const [meanwhile, setMeanwhile] = useState<ReportMeanwhile>();
  const base = report && draftOfReport(report);

  const change = async (read: DescribedDebtReport) => {
    const begun = draftOfReport(read);
    try {
      await api.changeDebtReport(read.id, {
        ...reportEditOf(begun, draft),
        version: read.version,
      });
    } catch (error) {
      if (errorStatus(error as Error) !== 409) {
        throw error;
      }
      const theirs = await api.getDebtReport(read.id);
      const merged = mergeReports(begun, draft, draftOfReport(theirs));
      setReport(theirs);
      setDraft(merged.draft);
      setMeanwhile({ theirs, changes: merged.theirChanges });
      return;
    }
    onSaved();
  };
  const action = useAction(
    async () => {
      if (report) {
        await change(report);
      } else {
        await api.createDebtReport(newReportOf(draft));
        onSaved();
      }
    },
    () => {},
  );

  const faults = checkReport(draft, report === undefined);
  const isUnchanged =
    base !== undefined && changedReportFields(base, draft).length === 0;
  return {
    draft,
    set: changes => setDraft(present => ({ ...present, ...changes })),
    faults: tried ? faults : {},
    isUnchanged,
    submit() {
      setTried(true);
      if (Object.keys(faults).length === 0 && !isUnchanged) {
        action.run();
      }
    },
    running: action.running,
    error: action.error,
    meanwhile,
    takeTheirs(field) {
      if (meanwhile) {
        const theirs = draftOfReport(meanwhile.theirs);
        setDraft(present => withReportField(present, field, theirs));
      }
    },
  };
}
